//! Truth and length.

use super::{Result, Vm};
use crate::value::Value;

impl Vm {
    /// `bool(value)`.
    ///
    /// # Errors
    /// What `__bool__` or `__len__` raises.
    pub fn truth(&mut self, value: &Value) -> Result<bool> {
        let _ = value;
        todo!("collections helper")
    }

    /// `len(value)`.
    ///
    /// # Errors
    /// `TypeError`: `object of type 'int' has no len()`.
    pub fn length(&mut self, value: &Value) -> Result<usize> {
        let _ = value;
        todo!("collections helper")
    }
}
