//! Methods that sort.

use brooklet_pyspark_api::core::RDD;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};
use brooklet_python_compiler::bytecode::BinaryOp;

use super::{called, made, this, value_of};
use crate::binding::{arguments, methods};
use crate::core::arguments::{key_function, partition_function, partitions};

pub(super) const METHODS: &[(&str, NativeFn)] = methods![RDD;
    "sortBy" => sort_by,
    "sortByKey" => sort_by_key,
    "repartitionAndSortWithinPartitions" => repartition_and_sort_within_partitions,
];

fn sort_by(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function, ascending, count] = arguments(args);
    let ascending = vm.truth(&ascending)?;
    let count = partitions(vm, count)?;
    let sorted = rdd.sort_by(vm, &function, ascending, count);
    made(vm, sorted)
}

fn sort_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let (rdd, own) = (this(vm, &args)?, args[0].clone());
    let [ascending, count, key] = arguments(args);
    let ascending = vm.truth(&ascending)?;
    if !count.is_none() {
        // How many keys are sampled, which PySpark reckons before it uses the number.
        vm.binary(BinaryOp::Multiply, &count, &Value::Float(20.0))?;
    }
    let count = partitions(vm, count)?;
    let sorted = rdd.sort_by_key(vm, ascending, count, key_function(key).as_ref());
    let sorted = called(vm, sorted)?;
    match sorted.is(&rdd) {
        true => Ok(own),
        false => Ok(value_of(vm, sorted)),
    }
}

fn repartition_and_sort_within_partitions(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [count, hash, ascending, key] = arguments(args);
    let count = partitions(vm, count)?;
    let hash = partition_function(hash);
    let ascending = vm.truth(&ascending)?;
    let key = key_function(key);
    let sorted = rdd.repartition_and_sort(vm, count, &hash, ascending, key.as_ref());
    made(vm, sorted)
}
