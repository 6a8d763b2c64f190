//! `object[key]`.

use super::{Result, Vm};
use crate::value::Value;

impl Vm {
    /// `object[key]`.
    ///
    /// # Errors
    /// `TypeError`, `IndexError`, `KeyError`.
    pub fn get_item(&mut self, object: &Value, key: &Value) -> Result<Value> {
        let _ = (object, key);
        todo!("collections helper")
    }

    /// `object[key] = value`.
    ///
    /// # Errors
    /// As [`Vm::get_item`].
    pub fn set_item(&mut self, object: &Value, key: Value, value: Value) -> Result<()> {
        let _ = (object, key, value);
        todo!("collections helper")
    }

    /// `del object[key]`.
    ///
    /// # Errors
    /// As [`Vm::get_item`].
    pub fn delete_item(&mut self, object: &Value, key: &Value) -> Result<()> {
        let _ = (object, key);
        todo!("collections helper")
    }
}
