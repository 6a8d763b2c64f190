//! Methods that look at records as pairs of a key and a value.

use brooklet_pyspark_api::core::RDD;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{called, made, this, value_of};
use crate::binding::{arguments, methods};
use crate::core::arguments::{partition_function, partitions};
use crate::core::result_iterable::of_grouped;

pub(super) const METHODS: &[(&str, NativeFn)] = methods![RDD;
    "keyBy" => key_by,
    "keys" => keys,
    "values" => values,
    "mapValues" => map_values,
    "flatMapValues" => flat_map_values,
    "groupBy" => group_by,
    "groupByKey" => group_by_key,
    "reduceByKey" => reduce_by_key,
    "combineByKey" => combine_by_key,
    "aggregateByKey" => aggregate_by_key,
    "foldByKey" => fold_by_key,
    "partitionBy" => partition_by,
];

fn key_by(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function] = arguments(args);
    Ok(value_of(vm, rdd.key_by(&function)))
}

fn keys(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    Ok(value_of(vm, rdd.keys()))
}

fn values(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    Ok(value_of(vm, rdd.values()))
}

fn map_values(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function] = arguments(args);
    Ok(value_of(vm, rdd.map_values(&function)))
}

fn flat_map_values(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function] = arguments(args);
    Ok(value_of(vm, rdd.flat_map_values(&function)))
}

fn group_by(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function, count, hash] = arguments(args);
    let count = partitions(vm, count)?;
    let grouped = rdd.group_by(vm, &function, count, &partition_function(hash));
    let grouped = called(vm, grouped)?;
    let grouped = of_grouped(vm, &grouped);
    Ok(value_of(vm, grouped))
}

fn group_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [count, hash] = arguments(args);
    let count = partitions(vm, count)?;
    let grouped = rdd.group_by_key(vm, count, &partition_function(hash));
    let grouped = called(vm, grouped)?;
    let grouped = of_grouped(vm, &grouped);
    Ok(value_of(vm, grouped))
}

fn reduce_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function, count, hash] = arguments(args);
    let count = partitions(vm, count)?;
    let reduced = rdd.reduce_by_key(vm, &function, count, &partition_function(hash));
    made(vm, reduced)
}

fn combine_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [create, merge, combine, count, hash] = arguments(args);
    let functions = [create, merge, combine];
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
    let [zero, sequence, combine, count, hash] = arguments(args);
    let values = [zero, sequence, combine];
    let count = partitions(vm, count)?;
    let hash = partition_function(hash);
    let combined = rdd.aggregate_by_key(vm, &values[0], &values[1], &values[2], count, &hash);
    made(vm, combined)
}

fn fold_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [zero, function, count, hash] = arguments(args);
    let count = partitions(vm, count)?;
    let hash = partition_function(hash);
    let folded = rdd.fold_by_key(vm, &zero, &function, count, &hash);
    made(vm, folded)
}

fn partition_by(vm: &mut Vm, args: Args) -> Result<Value> {
    let (rdd, own) = (this(vm, &args)?, args[0].clone());
    let [count, hash] = arguments(args);
    let count = partitions(vm, count)?;
    let placed = rdd.partition_by(vm, count, &partition_function(hash));
    let placed = called(vm, placed)?;
    match placed.is(&rdd) {
        true => Ok(own),
        false => Ok(value_of(vm, placed)),
    }
}
