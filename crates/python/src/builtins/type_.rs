//! `type`.

use std::rc::Rc;

use super::union_type;
use crate::value::{Args, Class, ClassBuilder, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .constructor(new)
        .methods(&[
            ("__call__", call),
            ("__or__", union_type::join_method),
            ("__repr__", |vm, args| Ok(Value::from(vm.repr(&args[0])?))),
            ("__subclasses__", subclasses),
            ("mro", |vm, args| {
                Ok(Value::list(resolution_order(&this(vm, &args)?)))
            }),
        ])
        .properties(&[
            ("__base__", base),
            ("__bases__", |vm, args| {
                let class = this(vm, &args)?;
                Ok(Value::tuple(
                    class.bases.iter().cloned().map(Value::Class).collect(),
                ))
            }),
            ("__module__", get_module),
            ("__mro__", |vm, args| {
                Ok(Value::tuple(resolution_order(&this(vm, &args)?)))
            }),
            ("__name__", |vm, args| {
                Ok(Value::Str(this(vm, &args)?.name.clone()))
            }),
            ("__qualname__", |vm, args| {
                Ok(Value::Str(this(vm, &args)?.qualname.clone()))
            }),
        ])
}

/// The class that a method of `type` is called on.
fn this(vm: &mut Vm, args: &Args) -> Result<Rc<Class>> {
    match args.get(0) {
        Some(Value::Class(class)) => Ok(class.clone()),
        _ => Err(vm.type_error("a class was expected as the receiver")),
    }
}

fn resolution_order(class: &Rc<Class>) -> Vec<Value> {
    class
        .resolution_order()
        .cloned()
        .map(Value::Class)
        .collect()
}

/// What the class body (or the program later) says, else what Brooklet knows.
fn get_module(vm: &mut Vm, args: Args) -> Result<Value> {
    let class = this(vm, &args)?;
    let own = class.attributes.get_str("__module__");
    Ok(own.unwrap_or_else(|| Value::Str(class.module.clone())))
}

fn base(vm: &mut Vm, args: Args) -> Result<Value> {
    let class = this(vm, &args)?;
    Ok(class
        .bases
        .first()
        .cloned()
        .map_or(Value::None, Value::Class))
}

/// `type(object)`, or `type(name, bases, names)`.
fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    if !class.builtin {
        return Err(vm.type_error("metaclasses are not supported by Brooklet"));
    }
    if args.len() == 1 && args.keywords.is_empty() {
        return Ok(Value::Class(vm.class_of(&args[0])));
    }
    if args.len() != 3 {
        return Err(vm.type_error("type() takes 1 or 3 arguments"));
    }
    let expected = |at: usize, kind: &str| {
        let name = vm.type_name(&args[at]);
        let position = at + 1;
        vm.type_error(format!(
            "type.__new__() argument {position} must be {kind}, not {name}"
        ))
    };
    let Value::Str(name) = &args[0] else {
        return Err(expected(0, "str"));
    };
    let Value::Tuple(bases) = &args[1] else {
        return Err(expected(1, "tuple"));
    };
    let Value::Dict(names) = &args[2] else {
        return Err(expected(2, "dict"));
    };
    let mut classes = Vec::new();
    for base in bases.iter() {
        match base {
            Value::Class(base) => classes.push(base.clone()),
            other => {
                let name = vm.type_name(other);
                return Err(vm.type_error(format!("bases must be types, not '{name}'")));
            }
        }
    }
    if classes.is_empty() {
        classes.push(vm.types.object.clone());
    }
    let names = Rc::new(names.copy());
    if names.get_str("__module__").is_none() {
        names.set_str("__module__", Value::str("__main__"));
    }
    let module = names.get_str("__module__").unwrap_or_default();
    let module = module.as_str().unwrap_or("__main__").to_string();
    let keywords = crate::value::Dict::new();
    for (keyword, value) in &args.keywords {
        keywords.set_name(keyword, value.clone());
    }
    let name = name.as_str();
    let keywords = Value::Dict(Rc::new(keywords));
    let class = vm.finish_class(name, name, &module, classes, names, &keywords)?;
    Ok(Value::Class(class))
}

fn call(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let class = Value::Class(this(vm, &args)?);
    args.take_first();
    vm.call(&class, args)
}

fn subclasses(vm: &mut Vm, args: Args) -> Result<Value> {
    let class = this(vm, &args)?;
    let derived = class.subclasses().into_iter().map(Value::Class).collect();
    Ok(Value::list(derived))
}
