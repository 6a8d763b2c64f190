//! `repr` and `str`.

use super::{Result, Vm};
use crate::value::Value;

impl Vm {
    /// `repr(value)`.
    ///
    /// # Errors
    /// What `__repr__` raises.
    pub fn repr(&mut self, value: &Value) -> Result<String> {
        let _ = value;
        todo!("collections helper; numbers and texts by the numbers helper")
    }

    /// `str(value)`.
    ///
    /// # Errors
    /// What `__str__` raises.
    pub fn str(&mut self, value: &Value) -> Result<String> {
        let _ = value;
        todo!("collections helper")
    }

    /// `ascii(value)`.
    ///
    /// # Errors
    /// What `__repr__` raises.
    pub fn ascii(&mut self, value: &Value) -> Result<String> {
        let _ = value;
        todo!("collections helper")
    }
}
