//! Arithmetic of numbers, and numbers read from texts and written as texts.

mod complex;
pub mod decimal;
mod double;
pub mod elementary;
pub mod float_division;
pub mod float_text;
pub mod hex_float;
mod int;
pub mod integer;
mod mersenne_twister;
pub mod parse;
pub mod power;
pub mod round;

pub use complex::Complex;
pub use int::Int;
pub use mersenne_twister::MersenneTwister;
