//! Numbers and text as Python 3.11 has them: how they are read, written, formatted and encoded,
//! and which characters are letters, digits and spaces.
//!
//! Everything here takes and gives Rust's own types. This crate must not know values of a program,
//! the machine, the compiler or modules: what can go wrong is an error type, and whoever calls
//! makes an exception of it.

pub mod format;
pub mod numeric;
pub mod repr;
pub mod text;
