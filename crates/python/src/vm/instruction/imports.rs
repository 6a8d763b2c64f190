//! Importing modules.

use crate::value::{Str, Value};
use crate::vm::run::Flow;
use crate::vm::{Result, Vm};

impl Vm {
    /// Imports a module; gives the first of its dotted name.
    pub(super) fn import_top(&mut self, name: &Str) -> Result<Flow> {
        self.import(name.as_str())?;
        let first = name.as_str().split('.').next().unwrap_or_default();
        let module = self.import(first)?;
        Ok(self.push(Value::Module(module)))
    }
}
