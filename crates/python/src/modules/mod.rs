//! The modules of the standard library that stream programs use; one file each.
//!
//! A module is made when it is first imported. Those parts that are asked for often are Rust;
//! the others are Python files beside this one, compiled by our own compiler on import.

mod civil;
mod civil_parse;
mod collections;
mod functools;
mod itertools;
mod json;
mod math;
mod native_class;
mod operator;
mod random;
mod time;
mod unavailable;

use std::rc::Rc;

use crate::value::{Args, Module, NativeFn, Value};
use crate::vm::{Result, Vm};

type Define = fn(&mut Vm, &Module) -> Result<()>;

/// How each module that Rust code defines is filled.
const NATIVE: &[(&str, Define)] = &[
    ("collections", collections::define),
    ("functools", functools::define),
    ("itertools", itertools::define),
    ("json", json::define),
    ("json.decoder", json::define_part),
    ("json.encoder", json::define_part),
    ("math", math::define),
    ("operator", operator::define),
    ("random", random::define),
    ("time", time::define),
];

/// Makes a module by its dotted name; `None` if there is none of that name here.
pub(crate) fn make(vm: &mut Vm, name: &str) -> Option<Result<Rc<Module>>> {
    let define = NATIVE
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, define)| define);
    match define {
        Some(define) => {
            let module = Rc::new(Module::new(name));
            Some(define(vm, &module).map(|()| module))
        }
        None => unavailable::reason(name).map(|reason| Err(unavailable::error(vm, name, &reason))),
    }
}

/// Defines functions in a module.
fn functions(module: &Module, functions: &[(&str, NativeFn)]) {
    for (name, call) in functions {
        module.set(name, Value::native(name, *call));
    }
}

/// Calls a built-in function by its name.
fn call_builtin(vm: &mut Vm, name: &str, args: Args) -> Result<Value> {
    let function = vm.builtins.get_str(name).unwrap_or_default();
    vm.call(&function, args)
}

/// An argument that may be left out or be `None`.
fn optional(value: Option<&Value>) -> Option<Value> {
    value.filter(|value| !value.is_none()).cloned()
}

/// Whether a value can be called.
fn is_callable(vm: &mut Vm, value: &Value) -> bool {
    match value {
        Value::Function(_)
        | Value::Native(_)
        | Value::Method(_)
        | Value::Class(_)
        | Value::StaticMethod(_) => true,
        Value::Instance(_) => vm.special_method(value, "__call__").is_some(),
        _ => false,
    }
}
