//! Importing modules.

use std::rc::Rc;

use crate::value::{Module, Str, Value};
use crate::vm::run::Flow;
use crate::vm::{ExceptionKind, Level, Result, Step, Vm};

impl Vm {
    /// Imports a module; gives the first of its dotted name.
    pub(super) fn import_top(&mut self, name: &Str) -> Result<Flow> {
        let first = name.as_str().split('.').next().unwrap_or_default();
        let first = first.to_owned();
        let step = self.after(
            |vm| vm.begin_import(name.as_str()),
            move |vm, imported| {
                imported?;
                vm.begin_import(&first)
            },
        )?;
        self.finish(step)
    }

    /// `from module import name`.
    pub(super) fn import_from(&mut self, name: &Str) -> Result<Flow> {
        let Value::Module(module) = self.peek(1) else {
            unreachable!("a module is on the stack")
        };
        if let Some(value) = module.globals.get_name(name) {
            return Ok(self.push(value));
        }
        let (asked, missing) = (module.clone(), name.clone());
        let name = name.clone();
        let step = self.after(
            |vm| {
                vm.operate(Level::Uncounted, move |vm| {
                    vm.missing_in_module(&asked, &missing)
                })
            },
            move |vm, found| match found {
                Err(raise) if vm.is_exception(&raise, ExceptionKind::AttributeError) => {
                    vm.begin_import_inside(module, name)
                }
                found => found.map(Step::Done),
            },
        )?;
        self.finish(step)
    }

    /// Begins to import what a module does not have as a module inside it.
    fn begin_import_inside(&mut self, module: Rc<Module>, name: Str) -> Result<Step> {
        let dotted = format!("{}.{name}", module.name);
        self.after(
            |vm| vm.begin_import(&dotted),
            move |vm, inner| match inner {
                Err(raise) if vm.is_exception(&raise, ExceptionKind::ModuleNotFoundError) => {
                    let file = module.globals.get_str("__file__");
                    let location = file.as_ref().and_then(Value::as_str);
                    let message = format!(
                        "cannot import name '{name}' from '{}' ({})",
                        module.name,
                        location.unwrap_or("unknown location")
                    );
                    Err(vm.error(ExceptionKind::ImportError, message))
                }
                inner => inner.map(Step::Done),
            },
        )
    }

    /// `from module import *`.
    pub(super) fn import_star(&mut self, module: &Rc<Module>) -> Result<()> {
        let names = self
            .top_frame()
            .names
            .clone()
            .expect("the compiler allows it in bodies only");
        let listed = match module.globals.get_str("__all__") {
            Some(all) => Some(self.collect(&all)?),
            None => None,
        };
        for (key, value) in module.globals.items() {
            let public = match &listed {
                Some(listed) => listed.iter().any(|name| name.as_str() == key.as_str()),
                None => key.as_str().is_some_and(|name| !name.starts_with('_')),
            };
            if public && let Value::Str(name) = &key {
                names.set_name(name, value);
            }
        }
        Ok(())
    }
}
