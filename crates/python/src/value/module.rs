//! Modules.

use std::rc::Rc;

use super::{Dict, Str, Value};

/// A module: a name and its globals.
pub struct Module {
    /// The dotted name.
    pub name: Str,
    /// The names that it defines.
    pub globals: Rc<Dict>,
}

impl Module {
    /// An empty module that knows its name.
    pub fn new(name: &str) -> Module {
        let globals = Rc::new(Dict::new());
        globals.set_str("__name__", Value::str(name));
        Module {
            name: Str::new(name),
            globals,
        }
    }

    /// Defines a name.
    pub fn set(&self, name: &str, value: Value) {
        self.globals.set_str(name, value);
    }
}
