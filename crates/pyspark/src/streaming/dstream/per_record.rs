//! `map`, `filter`, `count` and the like: methods over the records of a batch.

use brooklet_pyspark_api::streaming::DSTREAM;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::receiver;
use crate::binding::{arguments, methods};
use crate::state::Definition;

pub(super) const METHODS: &[(&str, NativeFn)] = methods![DSTREAM;
    "map" => map,
    "flatMap" => flat_map,
    "filter" => filter,
    "mapPartitions" => map_partitions,
    "mapPartitionsWithIndex" => map_partitions_with_index,
    "glom" => glom,
    "count" => count,
    "countByValue" => count_by_value,
    "reduce" => reduce,
    "repartition" => repartition,
];

fn map(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [f, preserves] = arguments(args);
    let preserves = vm.truth(&preserves)?;
    let mapped = this.stream.map(&f, preserves);
    this.derive(vm, Definition::of("map"), &mapped)
}

fn flat_map(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [f, preserves] = arguments(args);
    let preserves = vm.truth(&preserves)?;
    let mapped = this.stream.flat_map(&f, preserves);
    this.derive(vm, Definition::of("flatMap"), &mapped)
}

fn filter(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [f] = arguments(args);
    let filtered = this.stream.filter(&f);
    this.derive(vm, Definition::of("filter"), &filtered)
}

fn map_partitions(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [f, preserves] = arguments(args);
    let preserves = vm.truth(&preserves)?;
    let mapped = this.stream.map_partitions(&f, preserves);
    this.derive(vm, Definition::of("mapPartitions"), &mapped)
}

fn map_partitions_with_index(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [f, preserves] = arguments(args);
    let preserves = vm.truth(&preserves)?;
    let mapped = this.stream.map_partitions_with_index(&f, preserves);
    this.derive(vm, Definition::of("mapPartitionsWithIndex"), &mapped)
}

fn glom(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    this.derive(vm, Definition::of("glom"), &this.stream.glom())
}

fn count(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    this.derive(vm, Definition::of("count"), &this.stream.count())
}

fn count_by_value(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    this.derive(
        vm,
        Definition::of("countByValue"),
        &this.stream.count_by_value(),
    )
}

fn reduce(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [func] = arguments(args);
    let reduced = this.stream.reduce(&func);
    this.derive(vm, Definition::of("reduce"), &reduced)
}

fn repartition(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [partitions] = arguments(args);
    let partitions = vm.to_i64(&partitions)?;
    this.derive(
        vm,
        Definition::of("repartition"),
        &this.stream.repartition(partitions),
    )
}
