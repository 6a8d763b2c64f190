//! Methods that give an RDD of the records, one by one or a partition at a time.

use brooklet_python::value::NativeFn;
use brooklet_python::vm::ExceptionKind;
use brooklet_python::{Args, Result, Value, Vm};

use super::{called, made, other_rdd, this, value_of};
use crate::core::arguments::{flag, given, partitions};
use brooklet_python::modules::signature::bind;

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("map", map),
    ("flatMap", flat_map),
    ("filter", filter),
    ("mapPartitions", map_partitions),
    ("mapPartitionsWithIndex", map_partitions_with_index),
    ("mapPartitionsWithSplit", map_partitions_with_split),
    ("glom", glom),
    ("distinct", distinct),
    ("union", union),
    ("__add__", plus),
    ("intersection", intersection),
    ("subtract", subtract),
    ("cartesian", cartesian),
    ("zip", zip),
    ("zipWithIndex", zip_with_index),
    ("zipWithUniqueId", zip_with_unique_id),
    ("coalesce", coalesce),
    ("repartition", repartition),
];

const FUNCTION: [&str; 2] = ["f", "preservesPartitioning"];

fn map(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function, preserves] = bind(vm, args, "RDD.map", 1, FUNCTION, 1)?;
    let preserves = flag(vm, preserves, false)?;
    Ok(value_of(vm, rdd.map(&given(function), preserves)))
}

fn flat_map(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function, preserves] = bind(vm, args, "RDD.flatMap", 1, FUNCTION, 1)?;
    let preserves = flag(vm, preserves, false)?;
    Ok(value_of(vm, rdd.flat_map(&given(function), preserves)))
}

fn filter(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function] = bind(vm, args, "RDD.filter", 1, ["f"], 1)?;
    Ok(value_of(vm, rdd.filter(&given(function))))
}

fn map_partitions(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function, preserves] = bind(vm, args, "RDD.mapPartitions", 1, FUNCTION, 1)?;
    let preserves = flag(vm, preserves, false)?;
    Ok(value_of(
        vm,
        rdd.map_partitions(&given(function), preserves),
    ))
}

fn map_partitions_with_index(vm: &mut Vm, args: Args) -> Result<Value> {
    with_index(vm, args, "RDD.mapPartitionsWithIndex")
}

fn map_partitions_with_split(vm: &mut Vm, args: Args) -> Result<Value> {
    with_index(vm, args, "RDD.mapPartitionsWithSplit")
}

fn with_index(vm: &mut Vm, args: Args, method: &str) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [function, preserves] = bind(vm, args, method, 1, FUNCTION, 1)?;
    let preserves = flag(vm, preserves, false)?;
    let mapped = rdd.map_partitions_with_index(&given(function), preserves);
    Ok(value_of(vm, mapped))
}

fn glom(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    bind(vm, args, "RDD.glom", 1, [], 0)?;
    Ok(value_of(vm, rdd.glom()))
}

fn distinct(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [count] = bind(vm, args, "RDD.distinct", 1, ["numPartitions"], 0)?;
    let count = partitions(vm, count)?;
    let distinct = rdd.distinct(vm, count);
    made(vm, distinct)
}

fn union(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [other] = bind(vm, args, "RDD.union", 1, ["other"], 1)?;
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
    let [other] = bind(vm, args, "RDD.intersection", 1, ["other"], 1)?;
    let other = other_rdd(vm, other, "map")?;
    let common = rdd.intersection(vm, &other);
    made(vm, common)
}

fn subtract(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [other, count] = bind(vm, args, "RDD.subtract", 1, ["other", "numPartitions"], 1)?;
    let other = other_rdd(vm, other, "map")?;
    let count = partitions(vm, count)?;
    let left = rdd.subtract(vm, &other, count);
    made(vm, left)
}

fn cartesian(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [other] = bind(vm, args, "RDD.cartesian", 1, ["other"], 1)?;
    let other = other_rdd(vm, other, "_jrdd_deserializer")?;
    let pairs = rdd.cartesian(vm, &other);
    made(vm, pairs)
}

fn zip(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [other] = bind(vm, args, "RDD.zip", 1, ["other"], 1)?;
    let other = other_rdd(vm, other, "_jrdd_deserializer")?;
    let pairs = rdd.zip(vm, &other);
    made(vm, pairs)
}

fn zip_with_index(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    bind(vm, args, "RDD.zipWithIndex", 1, [], 0)?;
    let numbered = rdd.zip_with_index(vm);
    made(vm, numbered)
}

fn zip_with_unique_id(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    bind(vm, args, "RDD.zipWithUniqueId", 1, [], 0)?;
    Ok(value_of(vm, rdd.zip_with_unique_id()))
}

fn coalesce(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [count, shuffle] = bind(vm, args, "RDD.coalesce", 1, ["numPartitions", "shuffle"], 1)?;
    let count = vm.to_i64(&given(count))?;
    let fewer = match flag(vm, shuffle, false)? {
        true => rdd.repartition(vm, count),
        false => rdd.coalesce(vm, count),
    };
    made(vm, fewer)
}

fn repartition(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [count] = bind(vm, args, "RDD.repartition", 1, ["numPartitions"], 1)?;
    let count = vm.to_i64(&given(count))?;
    let moved = rdd.repartition(vm, count);
    let moved = called(vm, moved)?;
    Ok(value_of(vm, moved))
}
