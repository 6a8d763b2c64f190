//! Variables: local ones, cells, globals, the names of a body.

use crate::value::CodeObject;
use crate::value::{CellRef, Str, Value};
use crate::vm::run::Flow;
use crate::vm::{ExceptionKind, Raise, Result, Step, Vm};

impl Vm {
    pub(in crate::vm) fn unbound_local(&mut self, code: &CodeObject, index: u32) -> Raise {
        let name = &code.code.locals[index as usize];
        self.error(
            ExceptionKind::UnboundLocalError,
            format!(
                "cannot access local variable '{name}' where it is not associated with a value"
            ),
        )
    }

    pub(super) fn delete_fast(&mut self, code: &CodeObject, index: u32) -> Result<Flow> {
        if self.top_frame().locals[index as usize].take().is_none() {
            return Err(self.unbound_local(code, index));
        }
        Ok(Flow::Next)
    }

    fn cell(&mut self, index: u32) -> CellRef {
        self.top_frame().cells[index as usize].clone()
    }

    pub(super) fn load_cell(&mut self, code: &CodeObject, index: u32) -> Result<Flow> {
        let value = self.top_frame().cells[index as usize].borrow().clone();
        match value {
            Some(value) => Ok(self.push(value)),
            None => Err(self.unbound_cell(code, index)),
        }
    }

    pub(super) fn store_cell(&mut self, index: u32) {
        let value = self.pop();
        let old = self.cell(index).replace(Some(value));
        drop(old);
    }

    pub(super) fn delete_cell(&mut self, code: &CodeObject, index: u32) -> Result<Flow> {
        if self.cell(index).take().is_none() {
            return Err(self.unbound_cell(code, index));
        }
        Ok(Flow::Next)
    }

    pub(super) fn load_class_cell(&mut self, code: &CodeObject, index: u32) -> Result<Flow> {
        let name = cell_name(code, index);
        let frame = self.top_frame();
        let own = frame.names.as_ref().and_then(|names| names.get_str(name));
        let value = own.or_else(|| frame.cells[index as usize].borrow().clone());
        match value {
            Some(value) => Ok(self.push(value)),
            None => Err(self.unbound_cell(code, index)),
        }
    }

    pub(super) fn load_global(&mut self, name: &Str) -> Result<Flow> {
        let globals = self
            .top_frame()
            .globals
            .as_ref()
            .expect("a frame in use has globals");
        let known = globals.get_name(name);
        match known.or_else(|| self.builtins.get_name(name)) {
            Some(value) => Ok(self.push(value)),
            None => self.load_late_builtin(name),
        }
    }

    /// A built-in name whose module is imported when a program first uses it.
    #[cold]
    fn load_late_builtin(&mut self, name: &Str) -> Result<Flow> {
        let Some(module) = self.module_of_builtin(name.as_str()) else {
            return Err(self.name_error(name));
        };
        let kept = name.clone();
        let step = self.after(
            |vm| vm.begin_import(module),
            move |vm, module| {
                let value = vm.get_attribute(&module?, kept.as_str())?;
                vm.builtins.set_name(&kept, value.clone());
                Ok(Step::Done(value))
            },
        )?;
        self.finish(step)
    }

    pub(super) fn store_global(&mut self, name: &Str) {
        let value = self.pop();
        let globals = self.top_frame().globals.clone();
        globals
            .expect("a frame in use has globals")
            .set_name(name, value);
    }

    pub(super) fn delete_global(&mut self, name: &Str) -> Result<Flow> {
        let globals = self.top_frame().globals.clone();
        let globals = globals.expect("a frame in use has globals");
        if globals.remove_str(name.as_str()).is_none() {
            return Err(self.name_error(name));
        }
        Ok(Flow::Next)
    }

    pub(super) fn load_name(&mut self, name: &Str) -> Result<Flow> {
        let frame = self.top_frame();
        let own = match frame.namespace.clone() {
            Some(namespace) => self.find_in_namespace(&namespace, name)?,
            None => frame.names.as_ref().and_then(|names| names.get_name(name)),
        };
        match own {
            Some(value) => Ok(self.push(value)),
            None => self.load_global(name),
        }
    }

    pub(super) fn store_name(&mut self, name: &Str) -> Result<Flow> {
        let value = self.pop();
        if let Some(namespace) = self.top_frame().namespace.clone() {
            self.set_item(&namespace, Value::Str(name.clone()), value)?;
            return Ok(Flow::Next);
        }
        let names = self.top_frame().names.clone().expect("a body has names");
        names.set_name(name, value);
        Ok(Flow::Next)
    }

    pub(super) fn delete_name(&mut self, name: &Str) -> Result<Flow> {
        let names = self.top_frame().names.clone().expect("a body has names");
        if names.remove_str(name.as_str()).is_none() {
            return Err(self.name_error(name));
        }
        Ok(Flow::Next)
    }

    pub(in crate::vm) fn name_error(&mut self, name: &Str) -> Raise {
        let class = self.types.exception(ExceptionKind::NameError).clone();
        let exception = self.new_exception(
            &class,
            vec![Value::from(format!("name '{name}' is not defined"))],
        );
        let attributes = exception.attributes();
        attributes.set_str("name", Value::Str(name.clone()));
        if let Some(nearest) = self.nearest_name(name.as_str()) {
            attributes.set_str("__suggestion__", Value::from(nearest));
        }
        Raise::Exception(exception)
    }

    fn unbound_cell(&mut self, code: &CodeObject, index: u32) -> Raise {
        let name = cell_name(code, index);
        if (index as usize) < code.code.cells.len() {
            return self.error(
                ExceptionKind::UnboundLocalError,
                format!(
                    "cannot access local variable '{name}' where it is not associated with a value"
                ),
            );
        }
        self.error(
            ExceptionKind::NameError,
            format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope"),
        )
    }
}

fn cell_name(code: &CodeObject, index: u32) -> &str {
    let index = index as usize;
    match code.code.cells.get(index) {
        Some((name, _)) => name,
        None => &code.code.frees[index - code.code.cells.len()],
    }
}
