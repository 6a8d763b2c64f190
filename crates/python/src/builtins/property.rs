//! `property`.

use std::rc::Rc;

use super::class_function::is_abstract;
use super::receiver::{receiver, wrong_receiver};
use crate::value::{Args, Class, ClassBuilder, Property, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .constructor(new)
        .replayed(&[
            ("getter", |vm, args| {
                let (property, function) = change(vm, &args, "getter")?;
                let doc = doc_of(vm, &function)?;
                Ok(made(Property {
                    getter: function,
                    doc,
                    ..property
                }))
            }),
            ("setter", |vm, args| {
                let (property, function) = change(vm, &args, "setter")?;
                Ok(made(Property {
                    setter: function,
                    ..property
                }))
            }),
            ("deleter", |vm, args| {
                let (property, function) = change(vm, &args, "deleter")?;
                Ok(made(Property {
                    deleter: function,
                    ..property
                }))
            }),
            ("__get__", get),
            ("__set__", set),
        ])
        .properties(&[
            ("fget", |vm, args| {
                Ok(property(vm, &args, "fget")?.getter.clone())
            }),
            ("fset", |vm, args| {
                Ok(property(vm, &args, "fset")?.setter.clone())
            }),
            ("fdel", |vm, args| {
                Ok(property(vm, &args, "fdel")?.deleter.clone())
            }),
            ("__doc__", |vm, args| {
                Ok(property(vm, &args, "__doc__")?.doc.clone())
            }),
            ("__isabstractmethod__", |vm, args| {
                let property = property(vm, &args, "__isabstractmethod__")?;
                for part in [&property.getter, &property.setter, &property.deleter] {
                    if is_abstract(vm, part)? {
                        return Ok(Value::Bool(true));
                    }
                }
                Ok(Value::Bool(false))
            }),
        ])
}

fn made(property: Property) -> Value {
    Value::Property(Rc::new(property))
}

/// The property that a method is called on.
fn property(vm: &mut Vm, args: &Args, method: &str) -> Result<Rc<Property>> {
    match receiver(vm, args, "property", method)? {
        Value::Property(property) => Ok(property),
        other => Err(wrong_receiver(vm, &other, "property", method)),
    }
}

/// The parts of the property that `@name.setter` and the like change, and the function given to them.
fn change(vm: &mut Vm, args: &Args, method: &str) -> Result<(Property, Value)> {
    let property = property(vm, args, method)?;
    let function = args.exactly_one(vm, &format!("property.{method}"), 1)?;
    let copy = Property {
        getter: property.getter.clone(),
        setter: property.setter.clone(),
        deleter: property.deleter.clone(),
        doc: property.doc.clone(),
    };
    Ok((copy, function))
}

fn doc_of(vm: &mut Vm, getter: &Value) -> Result<Value> {
    match getter {
        Value::Function(_) => Ok(vm.find_attribute(getter, "__doc__")?.unwrap_or_default()),
        _ => Ok(Value::None),
    }
}

fn new(vm: &mut Vm, _: &Rc<Class>, args: Args) -> Result<Value> {
    let names = ["fget", "fset", "fdel", "doc"];
    let [getter, setter, deleter, doc] = args.bind(vm, "property", 0, names, 0)?;
    let getter = getter.unwrap_or_default();
    let doc = match doc {
        Some(doc) => doc,
        None => doc_of(vm, &getter)?,
    };
    Ok(made(Property {
        getter,
        setter: setter.unwrap_or_default(),
        deleter: deleter.unwrap_or_default(),
        doc,
    }))
}

fn get(vm: &mut Vm, args: Args) -> Result<Value> {
    let property = property(vm, &args, "__get__")?;
    args.between(vm, "__get__", 1, 1, 2)?;
    if args[1].is_none() {
        return Ok(args[0].clone());
    }
    vm.call_one(&property.getter, args[1].clone())
}

fn set(vm: &mut Vm, args: Args) -> Result<Value> {
    let property = property(vm, &args, "__set__")?;
    args.between(vm, "__set__", 1, 2, 2)?;
    vm.call_two(&property.setter, args[1].clone(), args[2].clone())
}
