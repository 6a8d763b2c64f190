//! Arguments of PySpark's methods, turned into what the engine takes.

use brooklet_engine::PartitionFunction;
use brooklet_python::{Result, Value, Vm};

/// An argument that is `None` when left out.
pub(crate) fn given(argument: Option<Value>) -> Value {
    argument.unwrap_or_default()
}

/// An argument that counts as left out when it is `None`.
pub(crate) fn optional(argument: Option<Value>) -> Option<Value> {
    argument.filter(|argument| !argument.is_none())
}

/// A truth value with a default.
pub(crate) fn flag(vm: &mut Vm, argument: Option<Value>, default: bool) -> Result<bool> {
    match argument {
        Some(argument) => vm.truth(&argument),
        None => Ok(default),
    }
}

/// A number of partitions; `None` leaves it to the operator.
pub(crate) fn partitions(vm: &mut Vm, argument: Option<Value>) -> Result<Option<usize>> {
    match optional(argument) {
        Some(argument) => Ok(Some(usize::try_from(vm.to_i64(&argument)?).unwrap_or(0))),
        None => Ok(None),
    }
}

/// A partition function; `portable_hash` when left out.
pub(crate) fn partition_function(argument: Option<Value>) -> PartitionFunction {
    match argument {
        None => PartitionFunction::Portable,
        Some(Value::Native(native)) if native.name.as_str() == "portable_hash" => {
            PartitionFunction::Portable
        }
        Some(function) => PartitionFunction::Program(function),
    }
}
