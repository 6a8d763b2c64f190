//! `reduceByKey`: one value a key (`RDD.reduceByKey`).

use brooklet_python::Value;
use brooklet_python::vm::Vm;

use crate::rdd::{PartitionFunction, Rdd};

impl Rdd {
    /// Each key with its values reduced by the function: from left to right in each partition,
    /// then the partitions' results from left to right.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # use brooklet_engine::PartitionFunction;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[('a', 1), ('b', 2), ('a', 3), ('c', 4), ('d', 5), ('b', 6)]", 2);
    /// let add = example.value("lambda left, right: left + right");
    /// let hash = PartitionFunction::Portable;
    /// let reduced = rdd.reduce_by_key(&mut example.vm, &add, None, &hash).unwrap();
    /// assert_eq!(example.layout(&reduced), "[[('b', 8), ('c', 4), ('d', 5)], [('a', 4)]]");
    /// ```
    ///
    /// # Errors
    /// What pickling a function raises.
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
