//! Iteration.

use super::{Result, Vm};
use crate::value::Value;

impl Vm {
    /// `iter(value)`.
    ///
    /// # Errors
    /// `TypeError`: `'int' object is not iterable`.
    pub fn iter(&mut self, value: &Value) -> Result<Value> {
        let _ = value;
        todo!("collections helper")
    }

    /// The next item of an iterator (a value that [`Vm::iter`] gave), `None` at the end.
    ///
    /// # Errors
    /// What the iterator raises, `StopIteration` aside.
    pub fn next(&mut self, iterator: &Value) -> Result<Option<Value>> {
        let _ = iterator;
        todo!("collections helper")
    }

    /// All items of an iterable.
    ///
    /// # Errors
    /// As [`Vm::iter`] and [`Vm::next`].
    pub fn collect(&mut self, iterable: &Value) -> Result<Vec<Value>> {
        let _ = iterable;
        todo!("collections helper")
    }
}
