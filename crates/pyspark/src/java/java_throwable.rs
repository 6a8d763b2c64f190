//! The Java exception inside a `Py4JJavaError`.

use std::rc::Rc;

use brooklet_engine::Error;
use brooklet_python::value::{ClassBuilder, Instance, Layout, NativeData, Payload};
use brooklet_python::vm::Types;
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::{JavaObject, classes, java_object};

/// An exception of the JVM side.
pub(crate) struct JavaThrowable {
    /// Its class with the package.
    pub(crate) class: String,
    /// Its message.
    pub(crate) message: String,
    /// What printing it shows after its first line: causes.
    pub(crate) causes: String,
    /// What it came from.
    pub(crate) error: Rc<Error>,
}

impl NativeData for JavaThrowable {}

impl JavaThrowable {
    fn text(&self) -> String {
        format!("{}: {}", self.class, self.message)
    }
}

pub(super) fn define(types: &Types) -> Rc<Class> {
    ClassBuilder::new("py4j.java_gateway", "JavaObject", &types.object)
        .layout(Layout::Native)
        .methods(&[
            ("getMessage", get_message),
            ("getLocalizedMessage", get_message),
            ("getClass", get_class),
            ("getCause", get_cause),
            ("toString", to_string),
            ("__str__", to_string),
        ])
        .build()
}

/// The throwable as a program sees it.
pub(super) fn value(vm: &mut Vm, throwable: JavaThrowable) -> Value {
    let class = classes(vm).throwable.clone();
    Value::Instance(class.instance(Payload::Native(Rc::new(throwable))))
}

/// The Java exception inside a `Py4JJavaError`, or inside what was made of it; `None` for other
/// exceptions.
pub(crate) fn throwable_of(exception: &Instance) -> Option<Rc<JavaThrowable>> {
    let attributes = exception.attributes_if_any()?;
    let known = attributes.get_str("java_exception");
    match known.or_else(|| attributes.get_str("_origin"))? {
        Value::Instance(instance) => instance.native::<JavaThrowable>(),
        _ => None,
    }
}

fn receiver(vm: &mut Vm, args: &Args) -> Result<Rc<JavaThrowable>> {
    let found = match args.get(0) {
        Some(Value::Instance(instance)) => instance.native::<JavaThrowable>(),
        _ => None,
    };
    found.ok_or_else(|| vm.type_error("not a Java exception"))
}

fn get_message(vm: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::str(&receiver(vm, &args)?.message))
}

fn to_string(vm: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::from(receiver(vm, &args)?.text()))
}

fn get_cause(_: &mut Vm, _: Args) -> Result<Value> {
    Ok(Value::None)
}

fn get_class(vm: &mut Vm, args: Args) -> Result<Value> {
    let throwable = receiver(vm, &args)?;
    let simple = throwable.class.rsplit('.').next().unwrap_or_default();
    let getters = vec![
        ("getName", Value::str(&throwable.class)),
        ("getSimpleName", Value::str(simple)),
    ];
    let text = format!("class {}", throwable.class);
    Ok(java_object(vm, JavaObject { text, getters }))
}
