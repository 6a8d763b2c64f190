//! `map`, `filter`, `count` and the like: methods over the records of a batch.

use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{Definition, receiver};
use crate::streaming::arguments::flag;
use brooklet_python::modules::signature::bind;

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
    let this = receiver(vm, &args)?;
    let names = ["f", "preservesPartitioning"];
    let [f, preserves] = bind(vm, args, "DStream.map", 1, names, 1)?;
    let preserves = flag(vm, preserves, false)?;
    let mapped = this.stream.map(&f.unwrap_or_default(), preserves);
    this.derive(vm, Definition::of("map"), &mapped)
}

/// `flatMap(f, preservesPartitioning=False)`.
fn flat_map(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let names = ["f", "preservesPartitioning"];
    let [f, preserves] = bind(vm, args, "DStream.flatMap", 1, names, 1)?;
    let preserves = flag(vm, preserves, false)?;
    let mapped = this.stream.flat_map(&f.unwrap_or_default(), preserves);
    this.derive(vm, Definition::of("flatMap"), &mapped)
}

/// `filter(f)`.
fn filter(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [f] = bind(vm, args, "DStream.filter", 1, ["f"], 1)?;
    let filtered = this.stream.filter(&f.unwrap_or_default());
    this.derive(vm, Definition::of("filter"), &filtered)
}

/// `mapPartitions(f, preservesPartitioning=False)`.
fn map_partitions(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let names = ["f", "preservesPartitioning"];
    let [f, preserves] = bind(vm, args, "DStream.mapPartitions", 1, names, 1)?;
    let preserves = flag(vm, preserves, false)?;
    let mapped = this
        .stream
        .map_partitions(&f.unwrap_or_default(), preserves);
    this.derive(vm, Definition::of("mapPartitions"), &mapped)
}

/// `mapPartitionsWithIndex(f, preservesPartitioning=False)`.
fn map_partitions_with_index(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let names = ["f", "preservesPartitioning"];
    let [f, preserves] = bind(vm, args, "DStream.mapPartitionsWithIndex", 1, names, 1)?;
    let preserves = flag(vm, preserves, false)?;
    let mapped = this
        .stream
        .map_partitions_with_index(&f.unwrap_or_default(), preserves);
    this.derive(vm, Definition::of("mapPartitionsWithIndex"), &mapped)
}

/// `glom()`.
fn glom(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [] = bind(vm, args, "DStream.glom", 1, [], 0)?;
    this.derive(vm, Definition::of("glom"), &this.stream.glom())
}

/// `count()`.
fn count(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [] = bind(vm, args, "DStream.count", 1, [], 0)?;
    this.derive(vm, Definition::of("count"), &this.stream.count())
}

/// `countByValue()`.
fn count_by_value(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [] = bind(vm, args, "DStream.countByValue", 1, [], 0)?;
    this.derive(
        vm,
        Definition::of("countByValue"),
        &this.stream.count_by_value(),
    )
}

/// `reduce(func)`.
fn reduce(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [func] = bind(vm, args, "DStream.reduce", 1, ["func"], 1)?;
    let reduced = this.stream.reduce(&func.unwrap_or_default());
    this.derive(vm, Definition::of("reduce"), &reduced)
}

/// `repartition(numPartitions)`.
fn repartition(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [partitions] = bind(vm, args, "DStream.repartition", 1, ["numPartitions"], 1)?;
    let partitions = vm.to_i64(&partitions.unwrap_or_default())?;
    this.derive(
        vm,
        Definition::of("repartition"),
        &this.stream.repartition(partitions),
    )
}
