//! Importing modules.

use std::rc::Rc;

use super::replay::Request;
use super::{ExceptionKind, Result, Step, Vm};
use crate::library::LIBRARY_FILES;
use crate::value::{Module, Value};

impl Vm {
    /// The module of a dotted name, which is relative to the running module where it begins with
    /// dots. Files of the program come before the library; the library's own imports see no files.
    ///
    /// # Errors
    /// `ModuleNotFoundError`: `No module named 'x'`; `ImportError` for a relative name outside of
    /// packages.
    pub fn import(&mut self, name: &str) -> Result<Rc<Module>> {
        // What is noted must be asked for again, known or not.
        if self.notes.is_none()
            && let Some(module) = self.modules.get(name)
        {
            return Ok(module.clone());
        }
        match self.perform(Request::Import(name.to_owned()))? {
            Value::Module(module) => Ok(module),
            _ => unreachable!("an import gives a module"),
        }
    }

    /// Begins to import a module, as [`Vm::import`] does.
    pub(super) fn begin_import(&mut self, name: &str) -> Result<Step> {
        if let Some(module) = self.modules.get(name) {
            return Ok(Step::Done(Value::Module(module.clone())));
        }
        if name.starts_with('.') {
            let name = self.absolute_name(name)?;
            return self.begin_import(&name);
        }
        let kept = name.to_owned();
        self.after(
            |vm| vm.begin_new_module(name),
            move |vm, made| {
                let made = made?;
                if let Value::Module(module) = &made {
                    vm.keep_module(&kept, module)?;
                }
                Ok(Step::Done(made))
            },
        )
    }

    pub(super) fn begin_new_module(&mut self, name: &str) -> Result<Step> {
        let sees_files = !self.is_in_library();
        if sees_files && let Some(begun) = self.begin_program_module(name, false) {
            return begun;
        }
        if let Some(begun) = self.begin_library_module(name) {
            return begun;
        }
        if sees_files && let Some(begun) = self.begin_program_module(name, true) {
            return begun;
        }
        let package = name.rsplit_once('.').map(|(package, _)| package);
        let message = match package.filter(|package| self.is_program_module(package)) {
            Some(package) if !self.is_package(package) => {
                format!("No module named '{name}'; '{package}' is not a package")
            }
            _ => format!("No module named '{name}'"),
        };
        Err(self.error(ExceptionKind::ModuleNotFoundError, message))
    }

    /// Whether the library's own code runs.
    fn is_in_library(&self) -> bool {
        let code = self.running_frame().and_then(|frame| frame.code.as_ref());
        code.is_some_and(|code| code.code.file.starts_with(LIBRARY_FILES))
    }

    /// Keeps a module under its name, and in the package that it is inside of.
    pub(super) fn keep_module(&mut self, name: &str, module: &Rc<Module>) -> Result<()> {
        self.modules.insert(name.to_string(), module.clone());
        if let Some((parent, leaf)) = name.rsplit_once('.') {
            let parent = self.import(parent)?;
            parent.set(leaf, Value::Module(module.clone()));
        }
        Ok(())
    }
}
