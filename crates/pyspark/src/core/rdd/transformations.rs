//! Methods that give an RDD of the records, one by one or a partition at a time.

use brooklet_pyspark_api::core::RDD;
use brooklet_python::value::NativeFn;
use brooklet_python::vm::ExceptionKind;
use brooklet_python::{Args, Result, Value, Vm};
use brooklet_python_compiler::bytecode::CompareOp;

use super::{called, made, other_rdd, this, value_of};
use crate::binding::{arguments, methods};
use crate::core::arguments::{compared_with_zero, partitions};

pub(super) const METHODS: &[(&str, NativeFn)] = methods![RDD;
    "map" => map,
    "flatMap" => flat_map,
    "filter" => filter,
    "mapPartitions" => map_partitions,
    "mapPartitionsWithIndex" => map_partitions_with_index,
    "mapPartitionsWithSplit" => map_partitions_with_index,
    "glom" => glom,
    "distinct" => distinct,
    "union" => union,
    "__add__" => plus,
    "intersection" => intersection,
    "subtract" => subtract,
    "cartesian" => cartesian,
    "zip" => zip,
    "zipWithIndex" => zip_with_index,
    "zipWithUniqueId" => zip_with_unique_id,
    "coalesce" => coalesce,
    "repartition" => repartition,
];

fn map(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function, preserves] = arguments(args);
    let preserves = vm.truth(&preserves)?;
    Ok(value_of(vm, rdd.map(&function, preserves)))
}

fn flat_map(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function, preserves] = arguments(args);
    let preserves = vm.truth(&preserves)?;
    Ok(value_of(vm, rdd.flat_map(&function, preserves)))
}

fn filter(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function] = arguments(args);
    Ok(value_of(vm, rdd.filter(&function)))
}

fn map_partitions(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function, preserves] = arguments(args);
    let preserves = vm.truth(&preserves)?;
    Ok(value_of(vm, rdd.map_partitions(&function, preserves)))
}

fn map_partitions_with_index(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function, preserves] = arguments(args);
    let preserves = vm.truth(&preserves)?;
    let mapped = rdd.map_partitions_with_index(&function, preserves);
    Ok(value_of(vm, mapped))
}

fn glom(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    Ok(value_of(vm, rdd.glom()))
}

fn distinct(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [count] = arguments(args);
    let count = partitions(vm, count)?;
    let distinct = rdd.distinct(vm, count);
    made(vm, distinct)
}

fn union(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [other] = arguments(args);
    let other = other_rdd(vm, other, "_jrdd_deserializer")?;
    let union = rdd.union(vm, &other);
    made(vm, union)
}

fn plus(vm: &mut Vm, args: Args) -> Result<Value> {
    if args.get(1).and_then(super::rdd_of).is_none() {
        return Err(vm.error_with(ExceptionKind::TypeError, Vec::new()));
    }
    union(vm, args)
}

fn intersection(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [other] = arguments(args);
    let other = other_rdd(vm, other, "map")?;
    let common = rdd.intersection(vm, &other);
    made(vm, common)
}

fn subtract(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [other, count] = arguments(args);
    let other = other_rdd(vm, other, "map")?;
    let count = partitions(vm, count)?;
    let left = rdd.subtract(vm, &other, count);
    made(vm, left)
}

fn cartesian(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [other] = arguments(args);
    let other = other_rdd(vm, other, "_jrdd_deserializer")?;
    let pairs = rdd.cartesian(vm, &other);
    made(vm, pairs)
}

fn zip(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [other] = arguments(args);
    let other = other_rdd(vm, other, "_jrdd_deserializer")?;
    let pairs = rdd.zip(vm, &other);
    made(vm, pairs)
}

fn zip_with_index(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let numbered = rdd.zip_with_index(vm);
    made(vm, numbered)
}

fn zip_with_unique_id(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    Ok(value_of(vm, rdd.zip_with_unique_id()))
}

fn coalesce(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [count, shuffle] = arguments(args);
    let count = compared_with_zero(vm, CompareOp::Greater, &count)?;
    let fewer = match vm.truth(&shuffle)? {
        true => rdd.repartition(vm, count),
        false => rdd.coalesce(vm, count),
    };
    made(vm, fewer)
}

fn repartition(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [count] = arguments(args);
    let count = compared_with_zero(vm, CompareOp::Greater, &count)?;
    let moved = rdd.repartition(vm, count);
    let moved = called(vm, moved)?;
    Ok(value_of(vm, moved))
}
