//! Methods that bring several RDDs together by key.

use brooklet_engine::Join;
use brooklet_pyspark_api::core::RDD;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{called, made, other_rdd, this, value_of};
use crate::binding::{arguments, methods};
use crate::core::arguments::partitions;
use crate::core::result_iterable::of_cogrouped;

pub(super) const METHODS: &[(&str, NativeFn)] = methods![RDD;
    "cogroup" => cogroup,
    "groupWith" => group_with,
    "join" => |vm, args| join(vm, args, Join::Inner),
    "leftOuterJoin" => |vm, args| join(vm, args, Join::LeftOuter),
    "rightOuterJoin" => |vm, args| join(vm, args, Join::RightOuter),
    "fullOuterJoin" => |vm, args| join(vm, args, Join::FullOuter),
    "subtractByKey" => subtract_by_key,
];

fn cogroup(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [other, count] = arguments(args);
    let other = other_rdd(vm, other, "mapValues")?;
    let count = partitions(vm, count)?;
    let grouped = rdd.cogroup(vm, &[other], count);
    let grouped = called(vm, grouped)?;
    Ok(value_of(vm, of_cogrouped(&grouped)))
}

fn group_with(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [other, others] = arguments(args);
    let mut rdds = vec![other_rdd(vm, other, "mapValues")?];
    for other in vm.collect(&others)? {
        rdds.push(other_rdd(vm, other, "mapValues")?);
    }
    let grouped = rdd.cogroup(vm, &rdds, None);
    let grouped = called(vm, grouped)?;
    Ok(value_of(vm, of_cogrouped(&grouped)))
}

fn join(vm: &mut Vm, args: Args, join: Join) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [other, count] = arguments(args);
    let other = other_rdd(vm, other, "mapValues")?;
    let count = partitions(vm, count)?;
    let joined = rdd.join(vm, &other, join, count);
    made(vm, joined)
}

fn subtract_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [other, count] = arguments(args);
    let other = other_rdd(vm, other, "mapValues")?;
    let count = partitions(vm, count)?;
    let left = rdd.subtract_by_key(vm, &other, count);
    made(vm, left)
}
