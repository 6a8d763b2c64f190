//! Calls.

use super::{Result, Vm};
use crate::value::{Args, Value};

impl Vm {
    /// `callable(*args, **keywords)`.
    ///
    /// # Errors
    /// `TypeError` where it cannot be called so, and what it raises.
    pub fn call(&mut self, callable: &Value, args: Args) -> Result<Value> {
        let _ = (callable, args);
        todo!("lead")
    }

    /// `callable(argument)`.
    ///
    /// # Errors
    /// As [`Vm::call`].
    pub fn call_one(&mut self, callable: &Value, argument: Value) -> Result<Value> {
        self.call(callable, Args::one(argument))
    }

    /// `callable(first, second)`.
    ///
    /// # Errors
    /// As [`Vm::call`].
    pub fn call_two(&mut self, callable: &Value, first: Value, second: Value) -> Result<Value> {
        self.call(callable, Args::two(first, second))
    }

    /// `object.name(*args)`.
    ///
    /// # Errors
    /// `AttributeError` where there is no such method, and as [`Vm::call`].
    pub fn call_method(&mut self, object: &Value, name: &str, args: Args) -> Result<Value> {
        let method = self.get_attribute(object, name)?;
        self.call(&method, args)
    }

    /// A special method of an object's class, bound to the object; `None` if the class has none.
    /// Only classes of the program (and of modules) have special methods that this finds.
    pub fn special_method(&mut self, object: &Value, name: &str) -> Option<Value> {
        let _ = (object, name);
        todo!("lead")
    }
}
