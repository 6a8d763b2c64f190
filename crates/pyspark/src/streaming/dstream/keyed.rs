//! `reduceByKey`, `groupByKey`, `updateStateByKey` and the like: methods over pairs.

use brooklet_engine::PartitionFunction;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{Definition, raised, receiver};
use crate::bridge::{parallelize, rdd_of, result_iterable};
use crate::streaming::arguments::{given, partitions};
use crate::streaming::streaming_context::session_of_value;
use brooklet_python::modules::signature::bind;

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("mapValues", map_values),
    ("flatMapValues", flat_map_values),
    ("reduceByKey", reduce_by_key),
    ("combineByKey", combine_by_key),
    ("groupByKey", group_by_key),
    ("partitionBy", partition_by),
    ("updateStateByKey", update_state_by_key),
];

/// `mapValues(f)`.
fn map_values(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [f] = bind(vm, args, "DStream.mapValues", 1, ["f"], 1)?;
    let mapped = this.stream.map_values(&f.unwrap_or_default());
    this.derive(vm, Definition::of("mapValues"), &mapped)
}

/// `flatMapValues(f)`.
fn flat_map_values(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [f] = bind(vm, args, "DStream.flatMapValues", 1, ["f"], 1)?;
    let mapped = this.stream.flat_map_values(&f.unwrap_or_default());
    this.derive(vm, Definition::of("flatMapValues"), &mapped)
}

/// `reduceByKey(func, numPartitions=None)`.
fn reduce_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let names = ["func", "numPartitions"];
    let [func, count] = bind(vm, args, "DStream.reduceByKey", 1, names, 1)?;
    let count = partitions(vm, count, this.stream.default_partitions())?;
    let reduced = this.stream.reduce_by_key(&func.unwrap_or_default(), count);
    this.derive(vm, Definition::of("reduceByKey"), &reduced)
}

/// `combineByKey(createCombiner, mergeValue, mergeCombiners, numPartitions=None)`.
fn combine_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let names = [
        "createCombiner",
        "mergeValue",
        "mergeCombiners",
        "numPartitions",
    ];
    let [create, merge_value, merge_combiners, count] =
        bind(vm, args, "DStream.combineByKey", 1, names, 3)?;
    let count = partitions(vm, count, this.stream.default_partitions())?;
    let combined = this.stream.combine_by_key(
        &create.unwrap_or_default(),
        &merge_value.unwrap_or_default(),
        &merge_combiners.unwrap_or_default(),
        count,
    );
    this.derive(vm, Definition::of("combineByKey"), &combined)
}

/// `groupByKey(numPartitions=None)`.
fn group_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [count] = bind(vm, args, "DStream.groupByKey", 1, ["numPartitions"], 0)?;
    let count = partitions(vm, count, this.stream.default_partitions())?;
    let wrap = result_iterable(vm)?;
    let grouped = this.stream.group_by_key(count, &wrap);
    this.derive(vm, Definition::of("groupByKey"), &grouped)
}

/// `partitionBy(numPartitions, partitionFunc=portable_hash)`.
fn partition_by(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let names = ["numPartitions", "partitionFunc"];
    let [count, function] = bind(vm, args, "DStream.partitionBy", 1, names, 1)?;
    let count = partitions(vm, count, this.stream.default_partitions())?;
    let function = match function {
        Some(function) => PartitionFunction::Program(function),
        None => PartitionFunction::Portable,
    };
    let placed = this.stream.partition_by(count, function);
    this.derive(vm, Definition::of("partitionBy"), &placed)
}

/// `updateStateByKey(updateFunc, numPartitions=None, initialRDD=None)`.
fn update_state_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let names = ["updateFunc", "numPartitions", "initialRDD"];
    let [update, count, initial] = bind(vm, args, "DStream.updateStateByKey", 1, names, 1)?;
    let count = partitions(vm, count, this.stream.default_partitions())?;
    let initial = match given(initial) {
        Some(initial) if vm.truth(&initial)? => match rdd_of(&initial) {
            Some(rdd) => Some(rdd),
            None => {
                let spark = session_of_value(vm, &this.context)?.spark.clone();
                Some(parallelize(vm, &spark, &initial)?)
            }
        },
        _ => None,
    };
    let state =
        this.stream
            .update_state_by_key(&update.unwrap_or_default(), count, initial.clone());
    let state = raised(vm, state, "updateStateByKey")?;
    this.derive(
        vm,
        Definition::of("updateStateByKey").keeping_state(initial),
        &state,
    )
}
