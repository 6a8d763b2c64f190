//! What an object is pickled as, where it says so itself.

use std::rc::Rc;

use crate::value::{Args, Instance, Special, Str, Value};
use crate::vm::{ExceptionKind, Result, Vm};

/// What `__reduce__` of the program's or a module's own class gives: a callable, its arguments,
/// and the state that the made object is given.
///
/// # Errors
/// What `__reduce__` raises; `RuntimeError` if it gives something else.
pub fn reduced(vm: &mut Vm, instance: &Rc<Instance>) -> Result<Option<[Value; 3]>> {
    let owner = instance.class.lookup_with_owner(&Str::new("__reduce__"));
    if owner.is_none_or(|(owner, _)| owner.builtin) {
        return Ok(None);
    }
    let receiver = Value::Instance(instance.clone());
    match vm.call_method(&receiver, "__reduce__", Args::none())? {
        Value::Tuple(parts) if (2..=5).contains(&parts.len()) => {
            let state = parts.get(2).cloned().unwrap_or_default();
            Ok(Some([parts[0].clone(), parts[1].clone(), state]))
        }
        _ => {
            let message = "__reduce__ must return a string or tuple";
            Err(vm.error(ExceptionKind::RuntimeError, message))
        }
    }
}

/// The object that the parts of [`reduced`] make.
///
/// # Errors
/// What the callable and `__setstate__` raise.
pub fn made(vm: &mut Vm, [callable, arguments, state]: &[Value; 3]) -> Result<Value> {
    let arguments = vm.collect(arguments)?;
    let made = vm.call(callable, Args::of(arguments))?;
    set(vm, &made, state)?;
    Ok(made)
}

/// What `__getstate__` gives; without one, the attributes.
///
/// # Errors
/// What `__getstate__` raises.
pub fn of(vm: &mut Vm, instance: &Rc<Instance>) -> Result<Value> {
    let receiver = Value::Instance(instance.clone());
    match vm.special_method(&receiver, Special::GetState) {
        Some(method) => vm.call(&method, Args::none()),
        None => Ok(Value::Dict(instance.attributes().clone())),
    }
}

/// Gives an object its state: `__setstate__`, or else its attributes.
///
/// # Errors
/// What `__setstate__` raises.
pub fn set(vm: &mut Vm, object: &Value, state: &Value) -> Result<()> {
    if !vm.truth(state)? {
        return Ok(());
    }
    if let Some(method) = vm.special_method(object, Special::SetState) {
        vm.call_one(&method, state.clone())?;
    } else if let (Value::Instance(instance), Value::Dict(state)) = (object, state) {
        for (name, value) in state.items() {
            instance.attributes().set(vm, name, value)?;
        }
    }
    Ok(())
}
