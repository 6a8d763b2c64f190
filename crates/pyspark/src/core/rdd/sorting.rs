//! Methods that sort.

use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{called, made, this, value_of};
use crate::core::arguments::{flag, given, optional, partition_function, partitions};
use brooklet_python::modules::signature::bind;

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("sortBy", sort_by),
    ("sortByKey", sort_by_key),
    (
        "repartitionAndSortWithinPartitions",
        repartition_and_sort_within_partitions,
    ),
];

fn sort_by(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let names = ["keyfunc", "ascending", "numPartitions"];
    let [function, ascending, count] = bind(vm, args, "RDD.sortBy", 1, names, 1)?;
    let ascending = flag(vm, ascending, true)?;
    let count = partitions(vm, count)?;
    let sorted = rdd.sort_by(vm, &given(function), ascending, count);
    made(vm, sorted)
}

fn sort_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let (rdd, own) = (this(vm, &args)?, args[0].clone());
    let names = ["ascending", "numPartitions", "keyfunc"];
    let [ascending, count, key] = bind(vm, args, "RDD.sortByKey", 1, names, 0)?;
    let ascending = flag(vm, ascending, true)?;
    let count = partitions(vm, count)?;
    let sorted = rdd.sort_by_key(vm, ascending, count, key.as_ref());
    let sorted = called(vm, sorted)?;
    match sorted.is(&rdd) {
        true => Ok(own),
        false => Ok(value_of(vm, sorted)),
    }
}

fn repartition_and_sort_within_partitions(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let names = ["numPartitions", "partitionFunc", "ascending", "keyfunc"];
    let method = "RDD.repartitionAndSortWithinPartitions";
    let [count, hash, ascending, key] = bind(vm, args, method, 1, names, 0)?;
    let count = partitions(vm, count)?;
    let hash = partition_function(hash);
    let ascending = flag(vm, ascending, true)?;
    let key = optional(key);
    let sorted = rdd.repartition_and_sort(vm, count, &hash, ascending, key.as_ref());
    made(vm, sorted)
}
