//! `reduceByKey`: one value a key (`RDD.reduceByKey`).

use brooklet_python::Value;
use brooklet_python::vm::Vm;

use crate::rdd::{PartitionFunction, Rdd};

impl Rdd {
    /// Each key with its values reduced by the function: from left to right in each partition,
    /// then the partitions' results from left to right.
    ///
    /// # Errors
    /// What freezing a function raises.
    pub fn reduce_by_key(
        &self,
        vm: &mut Vm,
        reduce: &Value,
        partitions: Option<usize>,
        function: &PartitionFunction,
    ) -> crate::Result<Rdd> {
        self.combine_by_key(vm, &Value::None, reduce, reduce, partitions, function)
    }
}
