//! Functions, built-in functions and bound methods: their attributes.

use std::rc::Rc;

use super::{cell, code, object};
use crate::value::{Args, ClassBuilder, Dict, Function, Str, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .constructor(object::no_instances)
        .methods(&[("__call__", call), ("__get__", bind)])
        .settable_properties(&[
            ("__name__", get_name, set_name),
            ("__qualname__", get_qualname, set_qualname),
            ("__doc__", get_doc, set_doc),
            ("__module__", get_module, set_module),
            ("__defaults__", get_defaults, set_defaults),
            ("__annotations__", get_annotations, set_annotations),
        ])
        .properties(&[
            ("__code__", |vm, args| {
                let function = function(vm, &args, "__code__")?;
                Ok(code::value(vm, &function.code.code))
            }),
            ("__closure__", |vm, args| {
                let function = function(vm, &args, "__closure__")?;
                Ok(cell::closure(vm, &function.closure))
            }),
            ("__globals__", |vm, args| {
                Ok(Value::Dict(
                    function(vm, &args, "__globals__")?.globals.clone(),
                ))
            }),
            ("__dict__", |vm, args| {
                Ok(Value::Dict(
                    function(vm, &args, "__dict__")?.attributes.clone(),
                ))
            }),
            ("__kwdefaults__", get_keyword_defaults),
            ("__self__", |vm, args| match &args[0] {
                Value::Method(method) => Ok(method.receiver.clone()),
                other => Err(vm.no_attribute(other, &Str::new("__self__"))),
            }),
            ("__func__", |vm, args| match &args[0] {
                Value::Method(method) => Ok(method.function.clone()),
                other => Err(vm.no_attribute(other, &Str::new("__func__"))),
            }),
        ])
}

/// The function of the program that a value is or binds; others have no such attribute.
fn function(vm: &mut Vm, args: &Args, name: &str) -> Result<Rc<Function>> {
    match args.get(0) {
        Some(Value::Function(function)) => Ok(function.clone()),
        Some(Value::Method(method)) => match &method.function {
            Value::Function(function) => Ok(function.clone()),
            _ => Err(vm.no_attribute(&args[0], &Str::new(name))),
        },
        Some(other) => Err(vm.no_attribute(other, &Str::new(name))),
        None => Err(vm.type_error("a function was expected as the receiver")),
    }
}

fn call(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let function = args.take_first();
    vm.call(&function, args)
}

fn bind(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "__get__", 1, 1, 2)?;
    if args[1].is_none() {
        return Ok(args[0].clone());
    }
    Ok(Value::Method(Rc::new(crate::value::Method {
        function: args[0].clone(),
        receiver: args[1].clone(),
    })))
}

fn native_names(value: &Value) -> Option<(Str, Str)> {
    match value {
        Value::Native(native) => Some((native.name.clone(), native.qualname.clone())),
        Value::Method(method) => native_names(&method.function),
        _ => None,
    }
}

fn get_name(vm: &mut Vm, args: Args) -> Result<Value> {
    if let Some((name, _)) = native_names(&args[0]) {
        return Ok(Value::Str(name));
    }
    let name = function(vm, &args, "__name__")?.name.borrow().clone();
    Ok(Value::Str(name))
}

fn text(vm: &mut Vm, args: &Args, name: &str) -> Result<Str> {
    match args.get(1) {
        Some(Value::Str(text)) => Ok(text.clone()),
        _ => Err(vm.type_error(format!("{name} must be set to a string object"))),
    }
}

fn set_name(vm: &mut Vm, args: Args) -> Result<Value> {
    let name = text(vm, &args, "__name__")?;
    *function(vm, &args, "__name__")?.name.borrow_mut() = name;
    Ok(Value::None)
}

fn get_qualname(vm: &mut Vm, args: Args) -> Result<Value> {
    if let Some((_, qualname)) = native_names(&args[0]) {
        return Ok(Value::Str(qualname));
    }
    let qualname = function(vm, &args, "__qualname__")?
        .qualname
        .borrow()
        .clone();
    Ok(Value::Str(qualname))
}

fn set_qualname(vm: &mut Vm, args: Args) -> Result<Value> {
    let qualname = text(vm, &args, "__qualname__")?;
    *function(vm, &args, "__qualname__")?.qualname.borrow_mut() = qualname;
    Ok(Value::None)
}

/// An attribute that the function keeps in its dict, once set.
fn kept(vm: &mut Vm, args: &Args, name: &str) -> Result<Option<Value>> {
    Ok(function(vm, args, name)?.attributes.get_str(name))
}

fn keep(vm: &mut Vm, args: &Args, name: &str) -> Result<Value> {
    function(vm, args, name)?
        .attributes
        .set_str(name, args[1].clone());
    Ok(Value::None)
}

fn get_doc(vm: &mut Vm, args: Args) -> Result<Value> {
    if native_names(&args[0]).is_some() {
        return Ok(Value::None);
    }
    if let Some(doc) = kept(vm, &args, "__doc__")? {
        return Ok(doc);
    }
    let function = function(vm, &args, "__doc__")?;
    Ok(function
        .code
        .code
        .doc
        .as_deref()
        .map_or(Value::None, Value::str))
}

fn set_doc(vm: &mut Vm, args: Args) -> Result<Value> {
    keep(vm, &args, "__doc__")
}

fn get_module(vm: &mut Vm, args: Args) -> Result<Value> {
    if native_names(&args[0]).is_some() {
        return Ok(Value::str("builtins"));
    }
    if let Some(module) = kept(vm, &args, "__module__")? {
        return Ok(module);
    }
    let function = function(vm, &args, "__module__")?;
    Ok(function.globals.get_str("__name__").unwrap_or_default())
}

fn set_module(vm: &mut Vm, args: Args) -> Result<Value> {
    keep(vm, &args, "__module__")
}

fn get_defaults(vm: &mut Vm, args: Args) -> Result<Value> {
    let defaults = function(vm, &args, "__defaults__")?
        .defaults
        .borrow()
        .clone();
    Ok(if defaults.is_empty() {
        Value::None
    } else {
        Value::tuple(defaults)
    })
}

fn set_defaults(vm: &mut Vm, args: Args) -> Result<Value> {
    let defaults = match &args[1] {
        Value::None => Vec::new(),
        Value::Tuple(defaults) => defaults.to_vec(),
        _ => return Err(vm.type_error("__defaults__ must be set to a tuple object")),
    };
    *function(vm, &args, "__defaults__")?.defaults.borrow_mut() = defaults;
    Ok(Value::None)
}

fn get_keyword_defaults(vm: &mut Vm, args: Args) -> Result<Value> {
    let function = function(vm, &args, "__kwdefaults__")?;
    let defaults = Dict::new();
    for (name, value) in function.keyword_defaults.borrow().iter() {
        defaults.set_name(name, value.clone());
    }
    Ok(if defaults.is_empty() {
        Value::None
    } else {
        Value::Dict(Rc::new(defaults))
    })
}

fn get_annotations(vm: &mut Vm, args: Args) -> Result<Value> {
    if let Some(annotations) = kept(vm, &args, "__annotations__")? {
        return Ok(annotations);
    }
    let annotations = Value::Dict(Rc::new(Dict::new()));
    let function = function(vm, &args, "__annotations__")?;
    function
        .attributes
        .set_str("__annotations__", annotations.clone());
    Ok(annotations)
}

fn set_annotations(vm: &mut Vm, args: Args) -> Result<Value> {
    keep(vm, &args, "__annotations__")
}
