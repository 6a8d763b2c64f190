//! `map`, `filter`, `count` and the like: methods over the records of a batch.

use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{dstream_value, receiver};
use crate::signature::bind;
use crate::streaming::arguments::flag;

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("map", map),
    ("flatMap", flat_map),
    ("filter", filter),
    ("mapPartitions", map_partitions),
    ("mapPartitionsWithIndex", map_partitions_with_index),
    ("glom", glom),
    ("count", count),
    ("countByValue", count_by_value),
    ("reduce", reduce),
    ("repartition", repartition),
];

/// `map(f, preservesPartitioning=False)`.
fn map(vm: &mut Vm, args: Args) -> Result<Value> {
    let (stream, context) = receiver(vm, &args)?;
    let names = ["f", "preservesPartitioning"];
    let [f, preserves] = bind(vm, args, "DStream.map", 1, names, 1)?;
    let preserves = flag(vm, preserves, false)?;
    let mapped = stream.map(&f.unwrap_or_default(), preserves);
    Ok(dstream_value(vm, &mapped, &context))
}

/// `flatMap(f, preservesPartitioning=False)`.
fn flat_map(vm: &mut Vm, args: Args) -> Result<Value> {
    let (stream, context) = receiver(vm, &args)?;
    let names = ["f", "preservesPartitioning"];
    let [f, preserves] = bind(vm, args, "DStream.flatMap", 1, names, 1)?;
    let preserves = flag(vm, preserves, false)?;
    let mapped = stream.flat_map(&f.unwrap_or_default(), preserves);
    Ok(dstream_value(vm, &mapped, &context))
}

/// `filter(f)`.
fn filter(vm: &mut Vm, args: Args) -> Result<Value> {
    let (stream, context) = receiver(vm, &args)?;
    let [f] = bind(vm, args, "DStream.filter", 1, ["f"], 1)?;
    let filtered = stream.filter(&f.unwrap_or_default());
    Ok(dstream_value(vm, &filtered, &context))
}

/// `mapPartitions(f, preservesPartitioning=False)`.
fn map_partitions(vm: &mut Vm, args: Args) -> Result<Value> {
    let (stream, context) = receiver(vm, &args)?;
    let names = ["f", "preservesPartitioning"];
    let [f, preserves] = bind(vm, args, "DStream.mapPartitions", 1, names, 1)?;
    let preserves = flag(vm, preserves, false)?;
    let mapped = stream.map_partitions(&f.unwrap_or_default(), preserves);
    Ok(dstream_value(vm, &mapped, &context))
}

/// `mapPartitionsWithIndex(f, preservesPartitioning=False)`.
fn map_partitions_with_index(vm: &mut Vm, args: Args) -> Result<Value> {
    let (stream, context) = receiver(vm, &args)?;
    let names = ["f", "preservesPartitioning"];
    let [f, preserves] = bind(vm, args, "DStream.mapPartitionsWithIndex", 1, names, 1)?;
    let preserves = flag(vm, preserves, false)?;
    let mapped = stream.map_partitions_with_index(&f.unwrap_or_default(), preserves);
    Ok(dstream_value(vm, &mapped, &context))
}

/// `glom()`.
fn glom(vm: &mut Vm, args: Args) -> Result<Value> {
    let (stream, context) = receiver(vm, &args)?;
    let [] = bind(vm, args, "DStream.glom", 1, [], 0)?;
    Ok(dstream_value(vm, &stream.glom(), &context))
}

/// `count()`.
fn count(vm: &mut Vm, args: Args) -> Result<Value> {
    let (stream, context) = receiver(vm, &args)?;
    let [] = bind(vm, args, "DStream.count", 1, [], 0)?;
    Ok(dstream_value(vm, &stream.count(), &context))
}

/// `countByValue()`.
fn count_by_value(vm: &mut Vm, args: Args) -> Result<Value> {
    let (stream, context) = receiver(vm, &args)?;
    let [] = bind(vm, args, "DStream.countByValue", 1, [], 0)?;
    Ok(dstream_value(vm, &stream.count_by_value(), &context))
}

/// `reduce(func)`.
fn reduce(vm: &mut Vm, args: Args) -> Result<Value> {
    let (stream, context) = receiver(vm, &args)?;
    let [func] = bind(vm, args, "DStream.reduce", 1, ["func"], 1)?;
    let reduced = stream.reduce(&func.unwrap_or_default());
    Ok(dstream_value(vm, &reduced, &context))
}

/// `repartition(numPartitions)`.
fn repartition(vm: &mut Vm, args: Args) -> Result<Value> {
    let (stream, context) = receiver(vm, &args)?;
    let [partitions] = bind(vm, args, "DStream.repartition", 1, ["numPartitions"], 1)?;
    let partitions = vm.to_i64(&partitions.unwrap_or_default())?;
    Ok(dstream_value(vm, &stream.repartition(partitions), &context))
}
