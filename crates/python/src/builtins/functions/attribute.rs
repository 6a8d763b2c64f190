//! `getattr`, `hasattr`, `setattr`, `delattr`.

use crate::value::{Args, NativeFn, Str, Value};
use crate::vm::{ExceptionKind, Result, Vm};

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("delattr", delete),
    ("getattr", get),
    ("hasattr", has),
    ("setattr", set),
];

/// The name of an attribute.
///
/// # Errors
/// `TypeError`: `attribute name must be string, not 'int'`.
pub(crate) fn attribute_name(vm: &mut Vm, name: &Value) -> Result<Str> {
    match vm.unwrap_builtin(name) {
        Value::Str(name) => Ok(name),
        _ => {
            let kind = vm.type_name(name);
            Err(vm.type_error(format!("attribute name must be string, not '{kind}'")))
        }
    }
}

fn get(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "getattr", 0, 2, 3)?;
    let name = attribute_name(vm, &args[1])?;
    match (vm.get_attribute(&args[0], name.as_str()), args.get(2)) {
        (Err(raise), Some(default)) if vm.is_exception(&raise, ExceptionKind::AttributeError) => {
            Ok(default.clone())
        }
        (result, _) => result,
    }
}

fn has(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "hasattr", 0, 2, 2)?;
    let name = attribute_name(vm, &args[1])?;
    let found = vm.find_attribute(&args[0], name.as_str())?;
    Ok(Value::Bool(found.is_some()))
}

fn set(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "setattr", 0, 3, 3)?;
    let name = attribute_name(vm, &args[1])?;
    vm.set_attribute(&args[0], name.as_str(), args[2].clone())?;
    Ok(Value::None)
}

fn delete(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "delattr", 0, 2, 2)?;
    let name = attribute_name(vm, &args[1])?;
    vm.delete_attribute(&args[0], name.as_str())?;
    Ok(Value::None)
}
