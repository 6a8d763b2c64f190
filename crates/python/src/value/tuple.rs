//! `tuple`.

use std::ops::Deref;

use super::Value;

/// A Python `tuple`.
pub struct Tuple(Box<[Value]>);

impl Tuple {
    /// Takes the items over.
    pub fn new(items: Vec<Value>) -> Tuple {
        Tuple(items.into_boxed_slice())
    }
}

impl Deref for Tuple {
    type Target = [Value];

    fn deref(&self) -> &[Value] {
        &self.0
    }
}
