//! Importing modules.

use std::rc::Rc;

use super::{ExceptionKind, Result, Vm};
use crate::value::{Module, Value};

impl Vm {
    /// The module of a dotted name.
    ///
    /// # Errors
    /// `ModuleNotFoundError`: `No module named 'x'`.
    pub fn import(&mut self, name: &str) -> Result<Rc<Module>> {
        if let Some(module) = self.modules.get(name) {
            return Ok(module.clone());
        }
        let module = match self.make_module(name) {
            Some(made) => made?,
            None => {
                let message = format!("No module named '{name}'");
                return Err(self.error(ExceptionKind::ModuleNotFoundError, message));
            }
        };
        self.modules.insert(name.to_string(), module.clone());
        if let Some((parent, leaf)) = name.rsplit_once('.') {
            let parent = self.import(parent)?;
            parent.set(leaf, Value::Module(module.clone()));
        }
        Ok(module)
    }
}
