//! Which partition a key belongs to.

use brooklet_python::Value;
use brooklet_python::vm::Vm;

use crate::context::Context;

/// The function that hashes keys.
#[derive(Clone, Default)]
pub enum PartitionFunction {
    /// [`portable_hash`](crate::portable_hash).
    #[default]
    Portable,
    /// A function of the program; its result is taken modulo the number of partitions.
    Program(Value),
}

impl PartitionFunction {
    /// Whether both are the same function.
    pub fn is(&self, other: &PartitionFunction) -> bool {
        match (self, other) {
            (PartitionFunction::Portable, PartitionFunction::Portable) => true,
            (PartitionFunction::Program(one), PartitionFunction::Program(other)) => one.is(other),
            _ => false,
        }
    }

    /// The function as a value: `None` stands for `portable_hash`.
    pub(crate) fn to_value(&self) -> Value {
        match self {
            PartitionFunction::Portable => Value::None,
            PartitionFunction::Program(function) => function.clone(),
        }
    }
}

/// How records are placed, as the Python layer compares it (`pyspark.rdd.Partitioner`).
#[derive(Clone)]
pub struct Partitioner {
    /// The number of partitions.
    pub partitions: usize,
    /// The function that hashes keys.
    pub function: PartitionFunction,
}

impl Partitioner {
    /// Whether both place alike.
    pub fn same(&self, other: &Partitioner) -> bool {
        self.partitions == other.partitions && self.function.is(&other.function)
    }

    /// Whether two RDDs' partitioners are equal, none and none included.
    pub(crate) fn equal(one: &Option<Partitioner>, other: &Option<Partitioner>) -> bool {
        match (one, other) {
            (Some(one), Some(other)) => one.same(other),
            (None, None) => true,
            _ => false,
        }
    }

    /// The partition of a key.
    ///
    /// # Errors
    /// What the function raises; `TypeError` for a key that cannot be hashed.
    pub fn partition(&self, vm: &mut Vm, key: &Value) -> brooklet_python::Result<usize> {
        place(vm, &self.function.to_value(), key, self.partitions)
    }

    /// The same as the JVM side compares it.
    pub(crate) fn placed_by(&self, context: &Context) -> PlacedBy {
        PlacedBy {
            partitions: self.partitions,
            function: match &self.function {
                PartitionFunction::Portable => 0,
                PartitionFunction::Program(function) => context.function_id(function),
            },
        }
    }
}

/// How records are placed, as the JVM side compares it (`PythonPartitioner`): by the function's identity.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct PlacedBy {
    pub(crate) partitions: usize,
    pub(crate) function: u64,
}

/// `function(key) % partitions`; a function of `None` is `portable_hash`.
pub(crate) fn place(
    vm: &mut Vm,
    function: &Value,
    key: &Value,
    partitions: usize,
) -> brooklet_python::Result<usize> {
    if partitions == 0 {
        return Err(vm.zero_division("integer modulo by zero"));
    }
    let hash = match function {
        Value::None => Value::Int(crate::portable_hash(vm, key)?),
        function => vm.call_one(function, key.clone())?,
    };
    if let Value::Int(hash) = hash {
        return Ok(hash.rem_euclid(partitions as i64) as usize);
    }
    let modulo = brooklet_python::bytecode::BinaryOp::Modulo;
    let place = vm.binary(modulo, &hash, &Value::from(partitions))?;
    Ok(vm.to_i64(&place)?.max(0) as usize)
}
