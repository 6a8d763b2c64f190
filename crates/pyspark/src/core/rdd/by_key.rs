//! Methods that look at records as pairs of a key and a value.

use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{called, made, this, value_of};
use crate::core::arguments::{given, partition_function, partitions};
use crate::core::result_iterable::of_grouped;
use brooklet_python::modules::signature::bind;

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("keyBy", key_by),
    ("keys", keys),
    ("values", values),
    ("mapValues", map_values),
    ("flatMapValues", flat_map_values),
    ("groupBy", group_by),
    ("groupByKey", group_by_key),
    ("reduceByKey", reduce_by_key),
    ("combineByKey", combine_by_key),
    ("aggregateByKey", aggregate_by_key),
    ("foldByKey", fold_by_key),
    ("partitionBy", partition_by),
];

fn key_by(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function] = bind(vm, args, "RDD.keyBy", 1, ["f"], 1)?;
    Ok(value_of(vm, rdd.key_by(&given(function))))
}

fn keys(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    bind(vm, args, "RDD.keys", 1, [], 0)?;
    Ok(value_of(vm, rdd.keys()))
}

fn values(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    bind(vm, args, "RDD.values", 1, [], 0)?;
    Ok(value_of(vm, rdd.values()))
}

fn map_values(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function] = bind(vm, args, "RDD.mapValues", 1, ["f"], 1)?;
    Ok(value_of(vm, rdd.map_values(&given(function))))
}

fn flat_map_values(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function] = bind(vm, args, "RDD.flatMapValues", 1, ["f"], 1)?;
    Ok(value_of(vm, rdd.flat_map_values(&given(function))))
}

fn group_by(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let names = ["f", "numPartitions", "partitionFunc"];
    let [function, count, hash] = bind(vm, args, "RDD.groupBy", 1, names, 1)?;
    let count = partitions(vm, count)?;
    let grouped = rdd.group_by(vm, &given(function), count, &partition_function(hash));
    let grouped = called(vm, grouped)?;
    let grouped = of_grouped(vm, &grouped);
    Ok(value_of(vm, grouped))
}

fn group_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let names = ["numPartitions", "partitionFunc"];
    let [count, hash] = bind(vm, args, "RDD.groupByKey", 1, names, 0)?;
    let count = partitions(vm, count)?;
    let grouped = rdd.group_by_key(vm, count, &partition_function(hash));
    let grouped = called(vm, grouped)?;
    let grouped = of_grouped(vm, &grouped);
    Ok(value_of(vm, grouped))
}

fn reduce_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let names = ["func", "numPartitions", "partitionFunc"];
    let [function, count, hash] = bind(vm, args, "RDD.reduceByKey", 1, names, 1)?;
    let count = partitions(vm, count)?;
    let reduced = rdd.reduce_by_key(vm, &given(function), count, &partition_function(hash));
    made(vm, reduced)
}

fn combine_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let names = [
        "createCombiner",
        "mergeValue",
        "mergeCombiners",
        "numPartitions",
        "partitionFunc",
    ];
    let [create, merge, combine, count, hash] = bind(vm, args, "RDD.combineByKey", 1, names, 3)?;
    let functions = [create, merge, combine].map(given);
    let count = partitions(vm, count)?;
    let hash = partition_function(hash);
    let combined = rdd.combine_by_key(
        vm,
        &functions[0],
        &functions[1],
        &functions[2],
        count,
        &hash,
    );
    made(vm, combined)
}

fn aggregate_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let names = [
        "zeroValue",
        "seqFunc",
        "combFunc",
        "numPartitions",
        "partitionFunc",
    ];
    let [zero, sequence, combine, count, hash] = bind(vm, args, "RDD.aggregateByKey", 1, names, 3)?;
    let values = [zero, sequence, combine].map(given);
    let count = partitions(vm, count)?;
    let hash = partition_function(hash);
    let combined = rdd.aggregate_by_key(vm, &values[0], &values[1], &values[2], count, &hash);
    made(vm, combined)
}

fn fold_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let names = ["zeroValue", "func", "numPartitions", "partitionFunc"];
    let [zero, function, count, hash] = bind(vm, args, "RDD.foldByKey", 1, names, 2)?;
    let count = partitions(vm, count)?;
    let hash = partition_function(hash);
    let folded = rdd.fold_by_key(vm, &given(zero), &given(function), count, &hash);
    made(vm, folded)
}

fn partition_by(vm: &mut Vm, args: Args) -> Result<Value> {
    let (rdd, own) = (this(vm, &args)?, args[0].clone());
    let names = ["numPartitions", "partitionFunc"];
    let [count, hash] = bind(vm, args, "RDD.partitionBy", 1, names, 1)?;
    let count = partitions(vm, count)?;
    let placed = rdd.partition_by(vm, count, &partition_function(hash));
    let placed = called(vm, placed)?;
    match placed.is(&rdd) {
        true => Ok(own),
        false => Ok(value_of(vm, placed)),
    }
}
