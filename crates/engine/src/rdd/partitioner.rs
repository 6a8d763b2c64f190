//! How an RDD of pairs is cut into partitions by key.

use brooklet_python::Value;
use brooklet_python::vm::Vm;

use super::Context;
use crate::plan::{PythonPartitioner, partition_of};

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

/// Which partition each key is in, as the Python layer compares it (`pyspark.rdd.Partitioner`).
#[derive(Clone)]
pub struct Partitioner {
    /// The number of partitions.
    pub partitions: usize,
    /// The function that hashes keys.
    pub function: PartitionFunction,
}

impl Partitioner {
    /// Whether both put every key into the same partition.
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
        partition_of(vm, &self.function.to_value(), key, self.partitions)
    }

    /// The same as the JVM side compares it.
    pub(crate) fn of_jvm(&self, context: &Context) -> PythonPartitioner {
        PythonPartitioner {
            partitions: self.partitions,
            function: match &self.function {
                PartitionFunction::Portable => 0,
                PartitionFunction::Program(function) => context.function_id(function),
            },
        }
    }
}
