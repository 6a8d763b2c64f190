//! Arithmetic and texts of numbers, on Rust's own types: nothing here knows the machine.

pub(crate) mod decimal;
mod double;
pub(crate) mod elementary;
pub mod float_division;
pub(crate) mod float_text;
pub(crate) mod hex_float;
pub mod integer;
pub(crate) mod parse;
pub(crate) mod power;
pub(crate) mod round;
