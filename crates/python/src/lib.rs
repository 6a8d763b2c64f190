//! The part of Python that stream programs use: values, the machine that runs bytecode, pickling.
//!
//! This crate knows nothing of Spark, of partitions or of the page, and no module of the library: a
//! machine is handed a [`Library`]. It behaves as CPython 3.11 does for what it supports, and names
//! what it does not support with its place in the source.
//!
//! A [`Vm`] belongs to one thread. What crosses threads is [`pickle::Pickled`] data: values and
//! functions as Spark would pickle them.

pub mod builtins;
pub mod define;
pub mod files;
mod library;
pub mod native_class;
pub mod pickle;
pub mod signature;
pub mod value;
pub mod vm;

pub use library::{Library, ModuleEntry};
pub use value::{Args, Class, Value};
pub use vm::{Raise, Result, Vm};
