//! The modules of the standard library that stream programs use; one file each.
//!
//! A module is made when it is first imported. Those parts that are asked for often are Rust;
//! the others are Python files beside this one, compiled by our own compiler on import.

mod abstract_classes;
mod base64;
mod civil;
mod civil_parse;
mod collections;
mod copy;
mod dataclasses;
mod datetime;
mod files;
mod functools;
mod future;
mod glob;
mod hashlib;
pub mod io;
mod itertools;
mod json;
mod math;
pub mod native_class;
pub mod numpy;
mod operator;
mod os;
mod os_path;
mod random;
mod re;
pub mod signature;
mod sources;
mod struct_;
mod sys;
mod time;
pub(crate) mod traceback;
mod types;
mod unavailable;

use std::rc::Rc;

pub(crate) use self::sources::LIBRARY;

use crate::value::{Args, Class, Module, NativeCall, NativeFn, ResumableFn, Special, Value};
use crate::vm::{Result, Vm};

type Define = fn(&mut Vm, &Module) -> Result<()>;

/// How each module that Rust code defines is filled.
const NATIVE: &[(&str, Define)] = &[
    ("base64", base64::define),
    ("builtins", define_builtins),
    ("collections", collections::define),
    ("functools", functools::define),
    ("fnmatch", glob::define_fnmatch),
    ("glob", glob::define),
    ("__future__", future::define),
    ("_io", io::define_classes),
    ("concurrent", |_, _| Ok(())),
    ("collections.abc", abstract_classes::define_collections),
    ("copy", copy::define),
    ("dataclasses", dataclasses::define),
    ("datetime", datetime::define),
    ("hashlib", hashlib::define),
    ("io", io::define),
    ("itertools", itertools::define),
    ("json", json::define),
    ("json.decoder", json::define_part),
    ("json.encoder", json::define_part),
    ("math", math::define),
    ("numbers", abstract_classes::define_numbers),
    ("numpy", numpy::define),
    ("numpy.linalg", numpy::define_linalg),
    ("numpy.random", numpy::define_random),
    ("operator", operator::define),
    ("os", os::define),
    ("os.path", os_path::define),
    ("posixpath", os_path::define),
    ("random", random::define),
    ("re", re::define),
    ("struct", struct_::define),
    ("sys", sys::define),
    ("time", time::define),
    ("traceback", traceback::define),
    ("types", types::define),
    ("urllib", |_, _| Ok(())),
];

/// Whether a value is one of the streams that `sys` starts with.
pub(crate) fn is_output(value: &Value) -> bool {
    native_class::data::<sys::Output>(value).is_some()
}

/// Whether there is a module of this name here.
pub(crate) fn is_library(name: &str) -> bool {
    NATIVE.iter().any(|(known, _)| *known == name) || sources::has(name)
}

/// Whether messages name a class with its module, as those of C modules.
pub(crate) fn is_qualified(class: &Class) -> bool {
    let module = class.module.as_str();
    if !class.builtin {
        let name = class.name.as_str();
        return C_CLASSES.contains(&(module, name));
    }
    [
        "collections",
        "datetime",
        "functools",
        "numpy",
        "operator",
        "re",
        "time",
        "_io",
        "itertools",
    ]
    .contains(&module)
}

/// Classes that are Python here and C in CPython.
const C_CLASSES: [(&str, &str); 3] = [
    ("collections", "OrderedDict"),
    ("decimal", "Context"),
    ("decimal", "Decimal"),
];

/// Makes a module by its dotted name; `None` if there is none of that name here.
pub(crate) fn make(vm: &mut Vm, name: &str) -> Option<Result<Rc<Module>>> {
    if !is_library(name) {
        return unavailable::reason(name).map(|reason| Err(unavailable::error(vm, name, &reason)));
    }
    Some(fill(vm, name))
}

fn fill(vm: &mut Vm, name: &str) -> Result<Rc<Module>> {
    let module = Rc::new(Module::new(name));
    if let Some((_, define)) = NATIVE.iter().find(|(known, _)| *known == name) {
        define(vm, &module)?;
    }
    if let Some(code) = sources::code_of(name) {
        vm.run_module(code, &module.globals)?;
    }
    Ok(module)
}

/// `builtins`: all that every module sees.
fn define_builtins(vm: &mut Vm, module: &Module) -> Result<()> {
    for (name, value) in vm.builtins.items() {
        module.globals.set(vm, name, value)?;
    }
    Ok(())
}

/// Defines functions in a module.
fn functions(module: &Module, functions: &[(&str, NativeFn)]) {
    for (name, call) in functions {
        module.set(name, Value::native(name, *call));
    }
}

fn resumable_functions(module: &Module, functions: &[(&str, ResumableFn)]) {
    for (name, call) in functions {
        let call = NativeCall::Resumable(*call);
        module.set(name, Value::native_call(name, call));
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
        Value::Instance(_) => vm.special_method(value, Special::Call).is_some(),
        _ => false,
    }
}

/// Defines the built-in names that are at home in modules: `open`.
pub(crate) fn install(vm: &mut Vm) {
    vm.builtins.set_str("open", Value::native("open", io::open));
}
