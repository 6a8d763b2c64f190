//! Attributes.

use crate::value::{Str, Value};
use crate::vm::run::Flow;
use crate::vm::{Level, Result, Vm};

impl Vm {
    pub(super) fn attribute_of(&mut self, name: &Str) -> Result<Flow> {
        let object = self.pop();
        self.load_attribute_for(object, name)
    }

    fn load_attribute_for(&mut self, object: Value, name: &Str) -> Result<Flow> {
        if !matches!(
            object,
            Value::Instance(_) | Value::Class(_) | Value::Super(_)
        ) {
            let value = self.load_attribute(&object, name)?;
            return self.finish(crate::vm::Step::Done(value));
        }
        if let Some(value) = self.own_attribute(&object, name) {
            return self.finish(crate::vm::Step::Done(value));
        }
        let name = name.clone();
        let step = self.operate(Level::Uncounted, move |vm| {
            vm.load_attribute(&object, &name)
        })?;
        self.finish(step)
    }

    pub(super) fn method_of(&mut self, name: &Str) -> Result<Flow> {
        let object = self.pop();
        if let Some(function) = self.plain_method(&object, name) {
            self.push(function);
            return Ok(self.push(object));
        }
        self.load_attribute_for(object, name)
    }

    pub(super) fn set_attribute_of(&mut self, name: &Str) -> Result<Flow> {
        let object = self.pop();
        let value = self.pop();
        let name = name.clone();
        let step = self.operate(Level::Uncounted, move |vm| {
            vm.store_attribute(&object, &name, value.clone())?;
            Ok(Value::None)
        })?;
        self.finish(step)
    }

    pub(super) fn delete_attribute_of(&mut self, name: &Str) -> Result<Flow> {
        let object = self.pop();
        let name = name.clone();
        let step = self.operate(Level::Uncounted, move |vm| {
            vm.delete_attribute(&object, name.as_str())?;
            Ok(Value::None)
        })?;
        self.finish(step)
    }
}
