//! `aggregateByKey` and `foldByKey`: values combined from a zero of their own.

use brooklet_python::pickle::pickle;
use brooklet_python::value::Args;
use brooklet_python::vm::Vm;
use brooklet_python::{Result, Value};

use super::partial::{bound, partial};
use crate::rdd::{PartitionFunction, Rdd};

impl Rdd {
    /// Combines the values of each key from a copy of `zero` for each key and partition
    /// (`RDD.aggregateByKey`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # use brooklet_engine::PartitionFunction;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[('a', 1), ('a', 3)]", 1);
    /// let zero = example.value("[]");
    /// let add = example.value("lambda values, value: values + [value]");
    /// let hash = PartitionFunction::Portable;
    /// let combined = rdd
    ///     .aggregate_by_key(&mut example.vm, &zero, &add, &add, None, &hash)
    ///     .unwrap();
    /// assert_eq!(example.layout(&combined), "[[('a', [1, 3])]]");
    /// ```
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn aggregate_by_key(
        &self,
        vm: &mut Vm,
        zero: &Value,
        sequence: &Value,
        combine: &Value,
        partitions: Option<usize>,
        hash: &PartitionFunction,
    ) -> crate::Result<Rdd> {
        let create = partial(from_zero, vec![zero.clone(), sequence.clone()]);
        self.combine_by_key(vm, &create, sequence, combine, partitions, hash)
    }

    /// The same with one function for both (`RDD.foldByKey`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # use brooklet_engine::PartitionFunction;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[('a', 1), ('a', 3)]", 2);
    /// let zero = example.value("10");
    /// let add = example.value("lambda left, right: left + right");
    /// let hash = PartitionFunction::Portable;
    /// let folded = rdd
    ///     .fold_by_key(&mut example.vm, &zero, &add, Some(1), &hash)
    ///     .unwrap();
    /// assert_eq!(example.layout(&folded), "[[('a', 24)]]");
    /// ```
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn fold_by_key(
        &self,
        vm: &mut Vm,
        zero: &Value,
        function: &Value,
        partitions: Option<usize>,
        hash: &PartitionFunction,
    ) -> crate::Result<Rdd> {
        self.aggregate_by_key(vm, zero, function, function, partitions, hash)
    }
}

fn from_zero(vm: &mut Vm, args: Args) -> Result<Value> {
    let zero = pickle(vm, &bound(&args[0], 0))?.unpickle(vm)?;
    vm.call_two(&bound(&args[0], 1), zero, args[1].clone())
}
