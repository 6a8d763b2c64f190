//! The attributes of a class.

use std::rc::Rc;

use super::{Dict, Str, Value};

/// The names that a class itself defines, to read: [`super::Class::set_name`] and
/// [`super::Class::remove_str`] write them.
pub struct Attributes(Rc<Dict>);

impl Attributes {
    pub(super) fn new(names: Rc<Dict>) -> Attributes {
        Attributes(names)
    }

    /// The value of a name.
    pub fn get_name(&self, name: &Str) -> Option<Value> {
        self.0.get_name(name)
    }

    /// The value of a name.
    pub fn get_str(&self, name: &str) -> Option<Value> {
        self.0.get_str(name)
    }

    /// The names, in order.
    pub fn keys(&self) -> Vec<Value> {
        self.0.keys()
    }

    /// Names and values, in order.
    pub fn items(&self) -> Vec<(Value, Value)> {
        self.0.items()
    }

    /// A copy, for a program to see.
    pub fn copy(&self) -> Dict {
        self.0.copy()
    }

    pub(super) fn set(&self, name: &Str, value: Value) {
        self.0.set_name(name, value);
    }

    pub(super) fn remove(&self, name: &str) -> Option<Value> {
        self.0.remove_str(name)
    }
}
