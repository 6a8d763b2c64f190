//! `mapPartitions` and `mapPartitionsWithIndex`: a function over a partition's iterator.

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use crate::partition::Records;
use crate::plan::Step;
use crate::rdd::Rdd;

impl Rdd {
    /// What the function gives for each partition's iterator (`RDD.mapPartitions`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 2, 3]", 2);
    /// let total = example.value("lambda records: [sum(records)]");
    /// assert_eq!(example.layout(&rdd.map_partitions(&total, false)), "[[1], [5]]");
    /// ```
    pub fn map_partitions(&self, function: &Value, preserves_partitioning: bool) -> Rdd {
        let step = Step::new("mapPartitions", open, vec![function.clone()]);
        self.then(step, preserves_partitioning)
    }

    /// What the function gives for each partition's index and iterator (`RDD.mapPartitionsWithIndex`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 2, 3]", 2);
    /// let number = example.value("lambda at, records: [(at, x) for x in records]");
    /// let numbered = rdd.map_partitions_with_index(&number, false);
    /// assert_eq!(example.layout(&numbered), "[[(0, 1)], [(1, 2), (1, 3)]]");
    /// ```
    pub fn map_partitions_with_index(&self, function: &Value, preserves_partitioning: bool) -> Rdd {
        let step = Step::new(
            "mapPartitionsWithIndex",
            open_with_index,
            vec![function.clone()],
        );
        self.then(step, preserves_partitioning)
    }
}

fn open(vm: &mut Vm, _: usize, arguments: &[Value], input: Records) -> Result<Records> {
    let result = vm.call_one(&arguments[0], input.into_value())?;
    Ok(Records::of_object(result))
}

fn open_with_index(
    vm: &mut Vm,
    partition: usize,
    arguments: &[Value],
    input: Records,
) -> Result<Records> {
    let index = Value::from(partition);
    let result = vm.call_two(&arguments[0], index, input.into_value())?;
    Ok(Records::of_object(result))
}
