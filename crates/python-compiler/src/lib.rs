//! Python's bytecode, and the compiler that makes it of a program's text.
//!
//! This crate must not know values, the machine that runs the code, or modules: a constant is data
//! that any machine makes its own value of.

pub mod bytecode;
pub mod compiler;
pub mod diagnostic;
