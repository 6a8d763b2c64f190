//! What the arguments of streaming methods mean.

use brooklet_python::{Result, Value, Vm};
use brooklet_python_compiler::bytecode::BinaryOp;

use crate::core::arguments;

/// `int(seconds * 1000)`: how PySpark turns a duration into milliseconds.
///
/// # Errors
/// `TypeError` for what is not a number; `OverflowError` for more than 64 bits.
pub(crate) fn milliseconds(vm: &mut Vm, seconds: &Value) -> Result<i64> {
    let whole = whole_milliseconds(vm, seconds)?;
    vm.to_i64(&whole)
}

/// The same, of any size.
///
/// # Errors
/// `TypeError` for what is not a number.
pub(crate) fn whole_milliseconds(vm: &mut Vm, seconds: &Value) -> Result<Value> {
    let millis = vm.binary(BinaryOp::Multiply, seconds, &Value::Int(1000))?;
    let int = Value::Class(vm.types.int.clone());
    vm.call_one(&int, millis)
}

/// How many parameters a function takes by position, as `func.__code__.co_argcount` counts them:
/// `self` and those with defaults included, `*args` not.
///
/// # Errors
/// `AttributeError` for objects without `__code__`: built-in functions, partials, callables.
pub(crate) fn argument_count(vm: &mut Vm, function: &Value) -> Result<usize> {
    let function = match function {
        Value::Method(method) => &method.function,
        function => function,
    };
    match function {
        Value::Function(function) => Ok(function.code.code.parameters.positional as usize),
        other => {
            let code = vm.get_attribute(other, "__code__")?;
            let count = vm.get_attribute(&code, "co_argcount")?;
            Ok(vm.to_i64(&count)?.max(0) as usize)
        }
    }
}

/// `numPartitions`: `None` stands for the default.
///
/// # Errors
/// `TypeError` for what is not a whole number.
pub(crate) fn partitions(vm: &mut Vm, given: Value, default: usize) -> Result<usize> {
    Ok(arguments::partitions(vm, given)?.unwrap_or(default))
}
