//! Conversions between values and Rust's types.

use num_bigint::BigInt;

use super::{Result, Vm};
use crate::value::Value;

impl Vm {
    /// A value as an index: an `int`, a `bool`, or what `__index__` gives.
    ///
    /// # Errors
    /// `TypeError`: `'str' object cannot be interpreted as an integer`.
    pub fn to_index(&mut self, value: &Value) -> Result<BigInt> {
        let _ = value;
        todo!("numbers helper")
    }

    /// A value as a 64-bit index.
    ///
    /// # Errors
    /// As [`Vm::to_index`]; `OverflowError` where it does not fit.
    pub fn to_i64(&mut self, value: &Value) -> Result<i64> {
        let _ = value;
        todo!("numbers helper")
    }

    /// A value as a `float`: a number, or what `__float__` or `__index__` gives.
    ///
    /// # Errors
    /// `TypeError`: `must be real number, not str`; `OverflowError` for a large `int`.
    pub fn to_f64(&mut self, value: &Value) -> Result<f64> {
        let _ = value;
        todo!("numbers helper")
    }
}
