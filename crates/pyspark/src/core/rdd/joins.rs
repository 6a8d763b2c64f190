//! Methods that bring several RDDs together by key.

use brooklet_engine::Join;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{called, made, other_rdd, this, value_of};
use crate::core::arguments::partitions;
use crate::core::result_iterable::of_cogrouped;
use brooklet_python::modules::signature::bind;

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("cogroup", cogroup),
    ("groupWith", group_with),
    ("join", |vm, args| join(vm, args, "RDD.join", Join::Inner)),
    ("leftOuterJoin", |vm, args| {
        join(vm, args, "RDD.leftOuterJoin", Join::LeftOuter)
    }),
    ("rightOuterJoin", |vm, args| {
        join(vm, args, "RDD.rightOuterJoin", Join::RightOuter)
    }),
    ("fullOuterJoin", |vm, args| {
        join(vm, args, "RDD.fullOuterJoin", Join::FullOuter)
    }),
    ("subtractByKey", subtract_by_key),
];

const OTHER: [&str; 2] = ["other", "numPartitions"];

fn cogroup(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [other, count] = bind(vm, args, "RDD.cogroup", 1, OTHER, 1)?;
    let other = other_rdd(vm, other, "mapValues")?;
    let count = partitions(vm, count)?;
    let grouped = rdd.cogroup(vm, &[other], count);
    let grouped = called(vm, grouped)?;
    Ok(value_of(vm, of_cogrouped(&grouped)))
}

fn group_with(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    args.no_keywords(vm, "RDD.groupWith")?;
    let others = args.positional.get(1..).unwrap_or_default();
    if others.is_empty() {
        let message = "RDD.groupWith() missing 1 required positional argument: 'other'";
        return Err(vm.type_error(message));
    }
    let mut rdds = Vec::with_capacity(others.len());
    for other in others {
        rdds.push(other_rdd(vm, Some(other.clone()), "mapValues")?);
    }
    let grouped = rdd.cogroup(vm, &rdds, None);
    let grouped = called(vm, grouped)?;
    Ok(value_of(vm, of_cogrouped(&grouped)))
}

fn join(vm: &mut Vm, args: Args, method: &str, join: Join) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [other, count] = bind(vm, args, method, 1, OTHER, 1)?;
    let other = other_rdd(vm, other, "mapValues")?;
    let count = partitions(vm, count)?;
    let joined = rdd.join(vm, &other, join, count);
    made(vm, joined)
}

fn subtract_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [other, count] = bind(vm, args, "RDD.subtractByKey", 1, OTHER, 1)?;
    let other = other_rdd(vm, other, "mapValues")?;
    let count = partitions(vm, count)?;
    let left = rdd.subtract_by_key(vm, &other, count);
    made(vm, left)
}
