//! What the arguments of PySpark's methods are to the engine.

use brooklet_engine::PartitionFunction;
use brooklet_python::{Result, Value, Vm};
use brooklet_python_compiler::bytecode::CompareOp;

use crate::binding::IDENTITY;

/// An argument that counts as left out when it is `None`.
pub(crate) fn optional(argument: Value) -> Option<Value> {
    Some(argument).filter(|argument| !argument.is_none())
}

/// A number of partitions; `None` leaves it to the operator.
///
/// # Errors
/// `TypeError` for what is no whole number.
pub(crate) fn partitions(vm: &mut Vm, argument: Value) -> Result<Option<usize>> {
    match optional(argument) {
        Some(argument) => Ok(Some(usize::try_from(vm.to_i64(&argument)?).unwrap_or(0))),
        None => Ok(None),
    }
}

/// A whole number that PySpark compares with zero before it is used, so that a text is refused as one
/// that cannot be compared.
///
/// # Errors
/// `TypeError` for what cannot be compared, or is no whole number.
pub(crate) fn compared_with_zero(vm: &mut Vm, how: CompareOp, argument: &Value) -> Result<i64> {
    vm.compare(how, argument, &Value::Int(0))?;
    vm.to_i64(argument)
}

/// A partition function.
pub(crate) fn partition_function(argument: Value) -> PartitionFunction {
    match is_called(&argument, "portable_hash") {
        true => PartitionFunction::Portable,
        false => PartitionFunction::Program(argument),
    }
}

/// A key function; `None` for the default, which gives the key as it is.
pub(crate) fn key_function(argument: Value) -> Option<Value> {
    Some(argument).filter(|function| !is_called(function, IDENTITY))
}

/// Whether a function is the built-in one of that name.
fn is_called(function: &Value, name: &str) -> bool {
    matches!(function, Value::Native(native) if native.name.as_str() == name)
}
