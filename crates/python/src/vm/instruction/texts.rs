//! Replacement fields of f-strings, and annotations.

use std::rc::Rc;

use crate::value::{Dict, Str, Value};
use crate::vm::run::Flow;
use crate::vm::{Level, Result, Vm};
use brooklet_python_compiler::bytecode::Conversion;

impl Vm {
    pub(super) fn format_value(&mut self, conversion: Conversion, with_spec: bool) -> Result<Flow> {
        let spec = if with_spec { self.pop() } else { Value::None };
        let value = self.pop();
        if !value.may_call_back() {
            let text = self.replacement_field(conversion, &spec, value)?;
            return Ok(self.push(text));
        }
        let step = self.operate(Level::Uncounted, move |vm| {
            vm.replacement_field(conversion, &spec, value.clone())
        })?;
        self.finish(step)
    }

    fn replacement_field(
        &mut self,
        conversion: Conversion,
        spec: &Value,
        value: Value,
    ) -> Result<Value> {
        let value = match conversion {
            Conversion::None => value,
            Conversion::Str => Value::from(self.str(&value)?),
            Conversion::Repr => Value::from(self.repr(&value)?),
            Conversion::Ascii => Value::from(self.ascii(&value)?),
        };
        match (&value, spec.as_str().unwrap_or_default()) {
            (Value::Str(_), "") => Ok(value),
            (value, spec) => Ok(Value::from(self.format(value, spec)?)),
        }
    }

    pub(super) fn store_annotation(&mut self, name: &Str) -> Flow {
        let annotation = self.pop();
        let names = self.top_frame().names.clone().expect("a body has names");
        let annotations = match names.get_str("__annotations__") {
            Some(Value::Dict(annotations)) => annotations,
            _ => {
                let annotations = Rc::new(Dict::new());
                names.set_str("__annotations__", Value::Dict(annotations.clone()));
                annotations
            }
        };
        annotations.set_name(name, annotation);
        Flow::Next
    }
}
