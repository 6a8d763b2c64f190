//! Importing modules.

use std::rc::Rc;

use super::{ExceptionKind, Result, Vm};
use crate::modules;
use crate::value::Module;

impl Vm {
    /// The module of a dotted name.
    ///
    /// # Errors
    /// `ModuleNotFoundError`: `No module named 'x'`.
    pub fn import(&mut self, name: &str) -> Result<Rc<Module>> {
        if let Some(module) = self.modules.get(name) {
            return Ok(module.clone());
        }
        let host = self.host.clone();
        let module = match modules::make(self, name) {
            Some(made) => made?,
            None => match host.import(self, name) {
                Some(made) => made?,
                None => {
                    let raise = self.error(
                        ExceptionKind::ModuleNotFoundError,
                        format!("No module named '{name}'"),
                    );
                    return Err(raise);
                }
            },
        };
        self.modules.insert(name.to_string(), module.clone());
        if let Some((parent, leaf)) = name.rsplit_once('.') {
            let parent = self.import(parent)?;
            parent.set(leaf, crate::value::Value::Module(module.clone()));
        }
        Ok(module)
    }
}
