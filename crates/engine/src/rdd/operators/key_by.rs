//! `keyBy` and `groupBy`: keys that a function gives.

use brooklet_python::value::Args;
use brooklet_python::vm::Vm;
use brooklet_python::{Result, Value};

use super::partial::{bound, partial};
use crate::rdd::{PartitionFunction, Rdd};

impl Rdd {
    /// Each record after the function's value for it (`RDD.keyBy`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("['aa', 'b']", 1);
    /// let length = example.value("len");
    /// assert_eq!(example.layout(&rdd.key_by(&length)), "[[(2, 'aa'), (1, 'b')]]");
    /// ```
    pub fn key_by(&self, function: &Value) -> Rdd {
        self.map(&partial(keyed, vec![function.clone()]), false)
    }

    /// The records of each of the function's values, as lists (`RDD.groupBy`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # use brooklet_engine::PartitionFunction;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 2, 3]", 1);
    /// let odd = example.value("lambda x: x % 2");
    /// let hash = PartitionFunction::Portable;
    /// let grouped = rdd.group_by(&mut example.vm, &odd, None, &hash).unwrap();
    /// assert_eq!(example.layout(&grouped), "[[(1, [1, 3]), (0, [2])]]");
    /// ```
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn group_by(
        &self,
        vm: &mut Vm,
        function: &Value,
        partitions: Option<usize>,
        hash: &PartitionFunction,
    ) -> crate::Result<Rdd> {
        self.key_by(function).group_by_key(vm, partitions, hash)
    }
}

fn keyed(vm: &mut Vm, args: Args) -> Result<Value> {
    let key = vm.call_one(&bound(&args[0], 0), args[1].clone())?;
    Ok(Value::tuple(vec![key, args[1].clone()]))
}
