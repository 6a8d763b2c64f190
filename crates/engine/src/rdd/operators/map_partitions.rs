//! `mapPartitions` and `mapPartitionsWithIndex`: a function over a partition's iterator.

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use crate::rdd::records::{into_iterator, of_iterator};
use crate::rdd::{Rdd, Records, Step};

impl Rdd {
    /// What the function gives for each partition's iterator (`RDD.mapPartitions`).
    pub fn map_partitions(&self, function: &Value, preserves_partitioning: bool) -> Rdd {
        let step = Step::new("mapPartitions", open, vec![function.clone()]);
        self.then(step, preserves_partitioning)
    }

    /// What the function gives for each partition's index and iterator (`RDD.mapPartitionsWithIndex`).
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
    let result = vm.call_one(&arguments[0], into_iterator(input))?;
    records_of(vm, result)
}

fn open_with_index(
    vm: &mut Vm,
    partition: usize,
    arguments: &[Value],
    input: Records,
) -> Result<Records> {
    let index = Value::from(partition);
    let result = vm.call_two(&arguments[0], index, into_iterator(input))?;
    records_of(vm, result)
}

/// What the function gave, as records.
fn records_of(vm: &mut Vm, result: Value) -> Result<Records> {
    vm.iter(&result).map(of_iterator)
}
