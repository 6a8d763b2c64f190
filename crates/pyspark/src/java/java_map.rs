//! `java.util.Map` as Py4J shows it: a dict that has Java's methods as well.

use std::rc::Rc;

use brooklet_python::value::{ClassBuilder, Dict, Layout};
use brooklet_python::vm::Types;
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::classes;

pub(super) fn define(types: &Types) -> Rc<Class> {
    ClassBuilder::new("py4j.java_collections", "JavaMap", &types.dict)
        .layout(Layout::Value)
        .methods(&[
            ("size", size),
            ("isEmpty", is_empty),
            ("containsKey", contains_key),
        ])
        .build()
}

/// A map as a program sees it.
pub(crate) fn java_map(vm: &mut Vm, entries: Dict) -> Value {
    let class = classes(vm).java_map.clone();
    vm.wrap_builtin(&class, Value::Dict(Rc::new(entries)))
}

fn size(vm: &mut Vm, args: Args) -> Result<Value> {
    vm.length(&args[0]).map(Value::from)
}

fn is_empty(vm: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::Bool(vm.length(&args[0])? == 0))
}

fn contains_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let key = args.exactly_one(vm, "containsKey", 1)?;
    vm.contains(&args[0], &key).map(Value::Bool)
}
