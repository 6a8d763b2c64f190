//! The built-in names: classes, one file each, and functions.

pub(crate) mod async_generator;
pub(crate) mod bool;
pub(crate) mod bytearray;
pub(crate) mod bytes;
pub(crate) mod cell;
pub(crate) mod class_function;
mod code;
mod codec;
pub(crate) mod complex;
pub(crate) mod coroutine;
pub(crate) mod dict;
pub(crate) mod dict_view;
pub(crate) mod exceptions;
pub(crate) mod float;
pub(crate) mod frozenset;
pub(crate) mod function;
mod functions;
pub(crate) mod generator;
pub mod generic_alias;
pub(crate) mod int;
pub(crate) mod iterator;
pub(crate) mod list;
pub(crate) mod module;
mod named_argument;
pub(crate) mod none;
mod number_protocol;
pub(crate) mod object;
pub(crate) mod property;
mod protocol;
mod quitter;
pub(crate) mod range;
mod receiver;
mod sequence;
pub(crate) mod set;
pub(crate) mod slice;
pub mod standard_stream;
pub(crate) mod str;
pub(crate) mod super_;
pub mod traceback;
pub(crate) mod tuple;
pub(crate) mod type_;
pub(crate) mod union_type;
mod window;

use std::rc::Rc;

use crate::value::{Class, ClassBuilder, Value};
use crate::vm::{ExceptionKind, Vm};

/// Names that exist as classes but not as built-in names.
const HIDDEN: &[&str] = &[
    "NoneType",
    "ellipsis",
    "NotImplementedType",
    "dict_keys",
    "dict_values",
    "dict_items",
    "function",
    "builtin_function_or_method",
    "method",
    "module",
    "generator",
    "coroutine",
    "async_generator",
    "iterator",
];

/// Defines the built-in names of a machine.
pub(crate) fn install(vm: &mut Vm) {
    for class in vm.types.named() {
        if !HIDDEN.contains(&class.name.as_str()) {
            vm.builtins
                .set_name(&class.name.clone(), Value::Class(class));
        }
    }
    for (name, _) in functions::lazy_classes() {
        let class = vm.types.iterator_class(name);
        vm.builtins.set_str(name, Value::Class(class));
    }
    for (name, call) in functions::all() {
        vm.builtins.set_str(name, Value::native_call(name, call));
    }
    let os_error = vm.types.exception(ExceptionKind::OSError).clone();
    for alias in ["IOError", "EnvironmentError"] {
        vm.builtins.set_str(alias, Value::Class(os_error.clone()));
    }
    vm.builtins.set_str("Ellipsis", Value::Ellipsis);
    vm.builtins.set_str("NotImplemented", Value::NotImplemented);
    vm.builtins.set_str("__debug__", Value::Bool(true));
    quitter::install(vm);
}

/// The class of the iterators of a type name: `list_iterator`, `map`, `itertools.chain`.
pub(crate) fn iterator_class(type_name: &'static str, base: &Rc<Class>) -> Rc<Class> {
    let (module, name) = type_name
        .rsplit_once('.')
        .unwrap_or(("builtins", type_name));
    let class = ClassBuilder::new(module, name, base);
    let constructor = functions::lazy_classes()
        .into_iter()
        .find(|(known, _)| *known == type_name);
    match constructor {
        Some((_, new)) => class.constructor(new).build(),
        None => class.build(),
    }
}
