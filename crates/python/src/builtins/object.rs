//! `object`.

use std::rc::Rc;

use super::functions;
use crate::value::{Args, ClassBuilder, NativeCall, NativeFn, Special, Value};
use crate::vm::{Result, Step, Vm};

const NOT_COMPARABLE: NativeFn = |_, _| Ok(Value::NotImplemented);

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .replayed(&[
            ("__repr__", |vm, args| {
                Ok(Value::from(vm.repr_object(&args[0])?))
            }),
            ("__str__", |vm, args| Ok(Value::from(vm.repr(&args[0])?))),
            ("__eq__", equal),
            ("__ne__", not_equal),
            ("__getattribute__", get_attribute),
            ("__setattr__", set_attribute),
            ("__delattr__", delete_attribute),
            ("__format__", format),
        ])
        .methods(&[
            ("__init__", initialize),
            ("__lt__", NOT_COMPARABLE),
            ("__le__", NOT_COMPARABLE),
            ("__gt__", NOT_COMPARABLE),
            ("__ge__", NOT_COMPARABLE),
            ("__hash__", |vm, args| {
                Ok(Value::Int(vm.hash_of_identity(&args[0])))
            }),
            ("__dir__", |vm, args| functions::directory(vm, &args[0])),
        ])
        .class_methods(&[
            ("__init_subclass__", initialize_subclass),
            ("__subclasshook__", NOT_COMPARABLE),
        ])
        .attribute(
            "__new__",
            Value::native_call("__new__", NativeCall::Resumable(new)),
        )
        .attribute("__doc__", Value::None)
}

fn initialize(_: &mut Vm, _: Args) -> Result<Value> {
    Ok(Value::None)
}

fn initialize_subclass(vm: &mut Vm, args: Args) -> Result<Value> {
    if !args.keywords.is_empty() {
        let Value::Class(class) = &args[0] else {
            return Ok(Value::None);
        };
        let name = class.name.clone();
        return Err(vm.type_error(format!(
            "{name}.__init_subclass__() takes no keyword arguments"
        )));
    }
    Ok(Value::None)
}

/// `__new__` of every built-in class: what the class makes, derived from a built-in one or not.
fn new(vm: &mut Vm, mut args: Args) -> Result<Step> {
    if args.is_empty() {
        return Err(vm.type_error("object.__new__(): not enough arguments"));
    }
    match args.take_first() {
        Value::Class(class) => vm.begin_object(&class, args),
        other => {
            let name = vm.type_name(&other);
            Err(vm.type_error(format!(
                "object.__new__(X): X is not a type object ({name})"
            )))
        }
    }
}

fn equal(vm: &mut Vm, args: Args) -> Result<Value> {
    let other = args.exactly_one(vm, "__eq__", 1)?;
    if args[0].is(&other) {
        return Ok(Value::Bool(true));
    }
    Ok(Value::NotImplemented)
}

fn not_equal(vm: &mut Vm, args: Args) -> Result<Value> {
    let other = args.exactly_one(vm, "__ne__", 1)?;
    let Some(equal) = vm.special_method(&args[0], Special::Eq) else {
        return Ok(if args[0].is(&other) {
            Value::Bool(false)
        } else {
            Value::NotImplemented
        });
    };
    match vm.call_one(&equal, other)? {
        Value::NotImplemented => Ok(Value::NotImplemented),
        equal => Ok(Value::Bool(!vm.truth(&equal)?)),
    }
}

fn get_attribute(vm: &mut Vm, args: Args) -> Result<Value> {
    let name = args.exactly_one(vm, "__getattribute__", 1)?;
    let name = functions::attribute_name(vm, &name)?;
    match &args[0] {
        Value::Instance(instance) => vm.instance_attribute_plainly(&args[0], instance, &name),
        Value::Class(class) => vm.class_attribute_plainly(class, &name),
        other => vm.get_attribute(other, name.as_str()),
    }
}

fn set_attribute(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "__setattr__", 1, 2, 2)?;
    let name = functions::attribute_name(vm, &args[1])?;
    vm.store_attribute_plainly(&args[0], &name, args[2].clone())?;
    Ok(Value::None)
}

fn delete_attribute(vm: &mut Vm, args: Args) -> Result<Value> {
    let name = args.exactly_one(vm, "__delattr__", 1)?;
    let name = functions::attribute_name(vm, &name)?;
    vm.delete_attribute_plainly(&args[0], name.as_str())?;
    Ok(Value::None)
}

fn format(vm: &mut Vm, args: Args) -> Result<Value> {
    let spec = args.exactly_one(vm, "__format__", 1)?;
    if spec.as_str().is_some_and(|spec| !spec.is_empty()) {
        let name = vm.type_name(&args[0]);
        return Err(vm.type_error(format!(
            "unsupported format string passed to {name}.__format__"
        )));
    }
    Ok(Value::from(vm.str(&args[0])?))
}

/// The constructor of classes whose objects the machine alone makes.
pub(super) fn no_instances(vm: &mut Vm, class: &Rc<crate::value::Class>, _: Args) -> Result<Value> {
    let name = &class.name;
    Err(vm.type_error(format!("cannot create '{name}' instances")))
}
