//! Attributes.

use super::{Result, Vm};
use crate::value::Value;

impl Vm {
    /// `object.name`.
    ///
    /// # Errors
    /// `AttributeError`: `'int' object has no attribute 'x'`.
    pub fn get_attribute(&mut self, object: &Value, name: &str) -> Result<Value> {
        let _ = (object, name);
        todo!("lead")
    }

    /// `object.name`, or `None` where there is no such attribute.
    ///
    /// # Errors
    /// What a property raises, `AttributeError` aside.
    pub fn find_attribute(&mut self, object: &Value, name: &str) -> Result<Option<Value>> {
        match self.get_attribute(object, name) {
            Ok(value) => Ok(Some(value)),
            Err(raise) if self.is_exception(&raise, super::ExceptionKind::AttributeError) => {
                Ok(None)
            }
            Err(raise) => Err(raise),
        }
    }

    /// `object.name = value`.
    ///
    /// # Errors
    /// `AttributeError` where it cannot be set.
    pub fn set_attribute(&mut self, object: &Value, name: &str, value: Value) -> Result<()> {
        let _ = (object, name, value);
        todo!("lead")
    }

    /// `del object.name`.
    ///
    /// # Errors
    /// `AttributeError`.
    pub fn delete_attribute(&mut self, object: &Value, name: &str) -> Result<()> {
        let _ = (object, name);
        todo!("lead")
    }
}
