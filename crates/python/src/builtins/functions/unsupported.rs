//! Built-in functions that Brooklet does not have; each says so.

use crate::value::{Args, NativeFn, Value};
use crate::vm::{ExceptionKind, Result, Vm};

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("breakpoint", |vm, _| refuse(vm, "breakpoint")),
    ("help", |vm, _| refuse(vm, "help")),
    ("__import__", import),
];

fn refuse(vm: &mut Vm, name: &str) -> Result<Value> {
    let message = format!("{name}() is not supported by Brooklet");
    Err(vm.error(ExceptionKind::NotImplementedError, message))
}

fn import(vm: &mut Vm, args: Args) -> Result<Value> {
    let parameters = ["name", "globals", "locals", "fromlist", "level"];
    let [name, _, _, names, _] = args.bind(vm, "__import__", 0, parameters, 1)?;
    let Some(Value::Str(name)) = name else {
        return Err(vm.type_error("__import__() argument 1 must be str"));
    };
    let module = vm.import(name.as_str())?;
    // With names to import from it, the last of a dotted name, else the first.
    let first = name.as_str().split('.').next().unwrap_or_default();
    if first == name.as_str() || vm.truth(&names.unwrap_or_default())? {
        return Ok(Value::Module(module));
    }
    Ok(Value::Module(vm.import(first)?))
}
