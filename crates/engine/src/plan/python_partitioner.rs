//! Which partition a key belongs to.

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};
use brooklet_python_compiler::bytecode::BinaryOp;

use super::portable_hash;

/// How a shuffle by key finds the partition of a key, as Spark's JVM side compares it
/// (`PythonPartitioner`): by the identity of the function.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct PythonPartitioner {
    pub(crate) partitions: usize,
    /// The number of the function that hashes keys; 0 is `portable_hash`.
    pub(crate) function: u64,
}

/// The partition of a key: `function(key) % partitions`; a function of `None` is `portable_hash`.
///
/// # Errors
/// What the function raises; `TypeError` for a key that cannot be hashed; `ZeroDivisionError`
/// where there is no partition.
pub(crate) fn partition_of(
    vm: &mut Vm,
    function: &Value,
    key: &Value,
    partitions: usize,
) -> Result<usize> {
    if partitions == 0 {
        return Err(vm.zero_division("integer modulo by zero"));
    }
    let hash = match function {
        Value::None => Value::Int(portable_hash(vm, key)?),
        function => vm.call_one(function, key.clone())?,
    };
    if let Value::Int(hash) = hash {
        return Ok(hash.rem_euclid(partitions as i64) as usize);
    }
    let partition = vm.binary(BinaryOp::Modulo, &hash, &Value::from(partitions))?;
    Ok(vm.to_i64(&partition)?.max(0) as usize)
}
