//! `reduceByKey`, `groupByKey`, `updateStateByKey` and the like: methods over pairs.

use brooklet_pyspark_api::streaming::DSTREAM;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{raised, receiver};
use crate::binding::{arguments, methods};
use crate::bridge::{parallelize, rdd_of, result_iterable};
use crate::core::arguments::{optional, partition_function};
use crate::state::Definition;
use crate::streaming::arguments::partitions;
use crate::streaming::streaming_context::session_of_value;

pub(super) const METHODS: &[(&str, NativeFn)] = methods![DSTREAM;
    "mapValues" => map_values,
    "flatMapValues" => flat_map_values,
    "reduceByKey" => reduce_by_key,
    "combineByKey" => combine_by_key,
    "groupByKey" => group_by_key,
    "partitionBy" => partition_by,
    "updateStateByKey" => update_state_by_key,
];

fn map_values(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [f] = arguments(args);
    let mapped = this.stream.map_values(&f);
    this.derive(vm, Definition::of("mapValues"), &mapped)
}

fn flat_map_values(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [f] = arguments(args);
    let mapped = this.stream.flat_map_values(&f);
    this.derive(vm, Definition::of("flatMapValues"), &mapped)
}

fn reduce_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [func, count] = arguments(args);
    let count = partitions(vm, count, this.stream.default_partitions())?;
    let reduced = this.stream.reduce_by_key(&func, count);
    this.derive(vm, Definition::of("reduceByKey"), &reduced)
}

fn combine_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [create, merge_value, merge_combiners, count] = arguments(args);
    let count = partitions(vm, count, this.stream.default_partitions())?;
    let combined = this
        .stream
        .combine_by_key(&create, &merge_value, &merge_combiners, count);
    this.derive(vm, Definition::of("combineByKey"), &combined)
}

fn group_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [count] = arguments(args);
    let count = partitions(vm, count, this.stream.default_partitions())?;
    let wrap = result_iterable(vm)?;
    let grouped = this.stream.group_by_key(count, &wrap);
    this.derive(vm, Definition::of("groupByKey"), &grouped)
}

fn partition_by(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [count, function] = arguments(args);
    let count = partitions(vm, count, this.stream.default_partitions())?;
    let function = partition_function(function);
    let placed = this.stream.partition_by(count, function);
    this.derive(vm, Definition::of("partitionBy"), &placed)
}

fn update_state_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [update, count, initial] = arguments(args);
    let count = partitions(vm, count, this.stream.default_partitions())?;
    let initial = match optional(initial) {
        Some(initial) if vm.truth(&initial)? => match rdd_of(&initial) {
            Some(rdd) => Some(rdd),
            None => {
                let spark = session_of_value(vm, &this.context)?.spark.clone();
                Some(parallelize(vm, &spark, &initial)?)
            }
        },
        _ => None,
    };
    let state = this
        .stream
        .update_state_by_key(&update, count, initial.clone());
    let state = raised(vm, state, "updateStateByKey")?;
    this.derive(
        vm,
        Definition::of("updateStateByKey").keeping_state(initial),
        &state,
    )
}
