//! `dir`, `vars`, `globals`, `locals`.

use crate::value::{Args, NativeFn, Special, Value};
use crate::vm::{Result, Vm};

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("dir", dir),
    ("locals", |vm, args| {
        args.between(vm, "locals", 0, 0, 0)?;
        Ok(Value::Dict(vm.running_locals()))
    }),
    ("globals", |vm, args| {
        if !args.is_empty() {
            let given = args.len();
            return Err(vm.type_error(format!("globals() takes no arguments ({given} given)")));
        }
        Ok(Value::Dict(vm.running_globals()))
    }),
    ("vars", vars),
];

fn dir(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "dir", 0, 0, 1)?;
    let Some(object) = args.get(0) else {
        let mut names = vm.running_locals().keys();
        vm.sort(&mut names, None, false)?;
        return Ok(Value::list(names));
    };
    if let Some(method) = vm.special_method(object, Special::Dir) {
        let names = vm.call(&method, Args::none())?;
        let mut names = vm.collect(&names)?;
        vm.sort(&mut names, None, false)?;
        return Ok(Value::list(names));
    }
    directory(vm, object)
}

/// The names of an object's attributes, sorted.
pub(crate) fn directory(vm: &mut Vm, object: &Value) -> Result<Value> {
    let mut names: Vec<String> = Vec::new();
    let mut add = |keys: Vec<Value>| {
        names.extend(keys.iter().filter_map(Value::as_str).map(String::from));
    };
    match object {
        Value::Module(module) => add(module.globals.keys()),
        Value::Class(class) => class
            .resolution_order()
            .for_each(|class| add(class.attributes.keys())),
        _ => {
            match object {
                Value::Instance(instance) => add(instance.attributes().keys()),
                Value::Function(function) => add(function.attributes.keys()),
                _ => {}
            }
            let class = vm.class_of(object);
            class
                .resolution_order()
                .for_each(|class| add(class.attributes.keys()));
            names.push("__class__".to_string());
        }
    }
    names.sort();
    names.dedup();
    Ok(Value::list(names.into_iter().map(Value::from).collect()))
}

fn vars(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "vars", 0, 0, 1)?;
    let Some(object) = args.get(0) else {
        return Ok(Value::Dict(vm.running_locals()));
    };
    match vm.find_attribute(object, "__dict__")? {
        Some(names) => Ok(names),
        None => Err(vm.type_error("vars() argument must have __dict__ attribute")),
    }
}
