//! `repr` of objects that have no literal: functions, classes, modules, iterators.

use super::hash::identity;
use super::{Result, Vm};
use crate::value::{Args, Class, Method, Special, Value};

/// Where an object lies, as its `repr` shows it.
pub(crate) fn address(value: &Value) -> String {
    format!("{:#x}", identity(value))
}

/// The name of a class with its module, that of built-in ones aside.
pub(crate) fn full_class_name(class: &Class) -> String {
    let qualname = class.current_qualname();
    match class.current_module().as_str() {
        None | Some("builtins") => qualname.to_string(),
        Some(module) => format!("{module}.{qualname}"),
    }
}

/// What `type.__repr__` gives.
pub(crate) fn repr_class(class: &Class) -> String {
    format!("<class '{}'>", full_class_name(class))
}

impl Vm {
    /// What `object.__repr__` gives, and what the built-in classes without literals give.
    pub(crate) fn repr_object(&mut self, value: &Value) -> Result<String> {
        Ok(match value {
            Value::Class(class) => match self.call_special(value, Special::Repr, Args::none())? {
                Some(text) => text.as_str().unwrap_or_default().to_string(),
                None => repr_class(class),
            },
            Value::Function(function) => {
                let name = function.qualname.borrow().clone();
                format!("<function {name} at {}>", address(value))
            }
            Value::Native(function) => match function.qualname.as_str().rsplit_once('.') {
                Some((class, name)) if function.binds => {
                    format!("<method '{name}' of '{class}' objects>")
                }
                _ => format!("<built-in function {}>", function.name),
            },
            Value::Method(method) => return self.repr_method(method),
            Value::Module(module) => {
                let name = &module.name;
                match module.globals.get_str("__file__") {
                    Some(Value::Str(file)) => format!("<module '{name}' from '{file}'>"),
                    _ => format!("<module '{name}' (built-in)>"),
                }
            }
            Value::Generator(generator) => {
                format!(
                    "<{} object {} at {}>",
                    generator.kind.name().replace(' ', "_"),
                    generator.qualname,
                    address(value)
                )
            }
            Value::StaticMethod(function) => {
                format!("<staticmethod({})>", self.repr(function)?)
            }
            Value::ClassMethod(method) => {
                format!("<classmethod({})>", self.repr(&method.function)?)
            }
            Value::Super(object) => {
                let class = &object.0.name;
                let of = match &object.1 {
                    Value::Class(of) => of.name.clone(),
                    other => self.class_of(other).name.clone(),
                };
                format!("<super: <class '{class}'>, <{of} object>>")
            }
            Value::Iterator(iterator) => {
                format!("<{} object at {}>", iterator.type_name, address(value))
            }
            _ => {
                let name = full_class_name(&self.class_of(value));
                format!("<{name} object at {}>", address(value))
            }
        })
    }

    fn repr_method(&mut self, method: &Method) -> Result<String> {
        if let Value::Native(function) = &method.function {
            let (name, receiver) = (function.name.clone(), self.type_name(&method.receiver));
            let place = address(&method.receiver);
            return Ok(format!(
                "<built-in method {name} of {receiver} object at {place}>"
            ));
        }
        let name = match &method.function {
            Value::Function(function) => function.qualname.borrow().to_string(),
            other => self.type_name(other),
        };
        let receiver = self.repr(&method.receiver)?;
        Ok(format!("<bound method {name} of {receiver}>"))
    }
}
