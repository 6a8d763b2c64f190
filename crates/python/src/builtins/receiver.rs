//! What a method of a built-in class is called on.

use crate::value::{Args, Value};
use crate::vm::{Raise, Result, Vm};

/// The built-in value that a method is called on, a derived class's instance opened.
///
/// # Errors
/// `TypeError`: `unbound method list.append() needs an argument`.
pub(crate) fn receiver(vm: &mut Vm, args: &Args, class: &str, method: &str) -> Result<Value> {
    match args.get(0) {
        Some(value) => Ok(vm.unwrap_builtin(value)),
        None => Err(vm.type_error(format!(
            "unbound method {class}.{method}() needs an argument"
        ))),
    }
}

/// The error for a receiver of another type.
pub(crate) fn wrong_receiver(vm: &mut Vm, value: &Value, class: &str, method: &str) -> Raise {
    let name = vm.type_name(value);
    vm.type_error(format!(
        "descriptor '{method}' for '{class}' objects doesn't apply to a '{name}' object"
    ))
}
