//! The `pyspark` module as a program sees it, and the driver with its virtual clock.
//!
//! This crate turns the engine into what PySpark's Python layer is: classes, arguments, messages.
//! It knows nothing of the page or of the terminal.

mod advice;
mod batch_text;
mod binding;
mod bridge;
mod core;
mod driver;
mod errors;
mod fix;
mod java;
mod master;
mod mllib;
mod modules;
mod pitfalls;
mod record_table;
mod sql;
mod state;
mod streaming;

pub use driver::Driver;
pub use master::{Master, NotLocal};
pub use state::{BEGINNING_MS, DriverOptions, LiveWorld, TimeFormat};
