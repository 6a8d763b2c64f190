//! Java objects that only have getters: the events that a `StreamingListener` gets.

use std::rc::Rc;

use brooklet_python::value::{ClassBuilder, Layout, Native, NativeData, Payload};
use brooklet_python::vm::Types;
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::classes;

/// A Java object that only has getters.
pub(crate) struct JavaObject {
    /// Its `toString()`.
    pub(crate) text: String,
    /// The getters and what they give.
    pub(crate) getters: Vec<(&'static str, Value)>,
}

impl NativeData for JavaObject {}

pub(super) fn define(types: &Types) -> Rc<Class> {
    ClassBuilder::new("py4j.java_gateway", "JavaObject", &types.object)
        .layout(Layout::Native)
        .methods(&[
            ("__getattr__", getattr),
            ("__str__", to_string),
            ("toString", to_string),
        ])
        .build()
}

/// A Java object with getters.
pub(crate) fn java_object(vm: &mut Vm, object: JavaObject) -> Value {
    let class = classes(vm).java_object.clone();
    Value::Instance(class.instance(Payload::Native(Rc::new(object))))
}

fn receiver(args: &Args) -> Option<Rc<JavaObject>> {
    match args.get(0) {
        Some(Value::Instance(instance)) => instance.native::<JavaObject>(),
        _ => None,
    }
}

fn getattr(vm: &mut Vm, args: Args) -> Result<Value> {
    let name = args.get(1).and_then(Value::as_str).unwrap_or_default();
    let found = receiver(&args).and_then(|object| {
        let (_, value) = object.getters.iter().find(|(getter, _)| *getter == name)?;
        Some(value.clone())
    });
    match found {
        Some(value) => {
            let getter = Native::closure(name, move |_, _| Ok(value.clone()));
            Ok(Value::Native(Rc::new(getter)))
        }
        None => {
            let message = format!("'JavaObject' object has no attribute '{name}'");
            Err(vm.attribute_error(message))
        }
    }
}

fn to_string(_: &mut Vm, args: Args) -> Result<Value> {
    Ok(receiver(&args).map_or(Value::None, |object| Value::str(&object.text)))
}
