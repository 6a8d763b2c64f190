//! `format(value, spec)` and `%` formatting.

use super::{Result, Vm};
use crate::value::Value;

impl Vm {
    /// `format(value, spec)`.
    ///
    /// # Errors
    /// `ValueError` for a spec that does not fit, and what `__format__` raises.
    pub fn format(&mut self, value: &Value, spec: &str) -> Result<String> {
        let _ = (value, spec);
        todo!("numbers helper")
    }

    /// `template % value`.
    ///
    /// # Errors
    /// `TypeError` and `ValueError` as CPython raises them.
    pub fn format_percent(&mut self, template: &str, value: &Value) -> Result<String> {
        let _ = (template, value);
        todo!("numbers helper")
    }

    /// `template % value` for bytes.
    ///
    /// # Errors
    /// As [`Vm::format_percent`].
    pub fn format_percent_bytes(&mut self, template: &[u8], value: &Value) -> Result<Vec<u8>> {
        let _ = (template, value);
        todo!("numbers helper")
    }
}
