//! Comparisons.

use std::cmp::Ordering;

use super::{Result, Vm};
use crate::bytecode::CompareOp;
use crate::value::Value;

impl Vm {
    /// `left <op> right`; a class may give any value.
    ///
    /// # Errors
    /// `TypeError`: `'<' not supported between instances of 'int' and 'str'`.
    pub fn compare(&mut self, op: CompareOp, left: &Value, right: &Value) -> Result<Value> {
        let _ = (op, left, right);
        todo!("collections helper")
    }

    /// `left == right` as a truth value, identity included (as containers compare).
    ///
    /// # Errors
    /// What a user's `__eq__` raises.
    pub fn equal(&mut self, left: &Value, right: &Value) -> Result<bool> {
        let _ = (left, right);
        todo!("collections helper")
    }

    /// `left < right` as a truth value.
    ///
    /// # Errors
    /// As [`Vm::compare`].
    pub fn less(&mut self, left: &Value, right: &Value) -> Result<bool> {
        let _ = (left, right);
        todo!("collections helper")
    }

    /// Sorts in place, stably, by `<` alone.
    ///
    /// # Errors
    /// As [`Vm::compare`].
    pub fn sort(
        &mut self,
        items: &mut Vec<Value>,
        key: Option<&Value>,
        reverse: bool,
    ) -> Result<()> {
        let _ = (items, key, reverse, Ordering::Less);
        todo!("collections helper")
    }

    /// `item in container`.
    ///
    /// # Errors
    /// `TypeError`: `argument of type 'int' is not iterable`.
    pub fn contains(&mut self, container: &Value, item: &Value) -> Result<bool> {
        let _ = (container, item);
        todo!("collections helper")
    }
}
