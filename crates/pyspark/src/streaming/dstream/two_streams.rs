//! `union`, `cogroup` and the joins: methods over the batches of two streams.

use brooklet_engine::Join;
use brooklet_engine::dstream::DStream;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{dstream_of, dstream_value, raised, receiver};
use crate::bridge::cogrouped;
use crate::signature::bind;
use crate::streaming::arguments::partitions;

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("union", union),
    ("cogroup", cogroup),
    ("join", join),
    ("leftOuterJoin", left_outer_join),
    ("rightOuterJoin", right_outer_join),
    ("fullOuterJoin", full_outer_join),
];

/// The other stream, about to be used for its attribute `name`.
pub(super) fn other_stream(vm: &mut Vm, other: Option<Value>, name: &str) -> Result<DStream> {
    let other = other.unwrap_or_default();
    match dstream_of(&other) {
        Some(stream) => Ok(stream),
        None => {
            let class = vm.type_name(&other);
            Err(vm.attribute_error(format!("'{class}' object has no attribute '{name}'")))
        }
    }
}

/// `union(other)`.
fn union(vm: &mut Vm, args: Args) -> Result<Value> {
    let (stream, context) = receiver(vm, &args)?;
    let [other] = bind(vm, args, "DStream.union", 1, ["other"], 1)?;
    let other = other_stream(vm, other, "_slideDuration")?;
    let own = raised(vm, stream.slide_ms(), "dstream")?;
    if own != raised(vm, other.slide_ms(), "dstream")? {
        return Err(vm.value_error("the two DStream should have same slide duration"));
    }
    let united = raised(vm, stream.union(&other), "transformWith")?;
    Ok(dstream_value(vm, &united, &context))
}

/// `cogroup(other, numPartitions=None)`.
fn cogroup(vm: &mut Vm, args: Args) -> Result<Value> {
    let (stream, context) = receiver(vm, &args)?;
    let names = ["other", "numPartitions"];
    let [other, count] = bind(vm, args, "DStream.cogroup", 1, names, 1)?;
    let other = other_stream(vm, other, "_jrdd_deserializer")?;
    let count = partitions(vm, count, stream.default_partitions())?;
    let wrap = cogrouped(vm)?;
    let grouped = raised(vm, stream.cogroup(&other, count, &wrap), "transformWith")?;
    Ok(dstream_value(vm, &grouped, &context))
}

fn joined(vm: &mut Vm, args: Args, method: &str, join: Join) -> Result<Value> {
    let (stream, context) = receiver(vm, &args)?;
    let names = ["other", "numPartitions"];
    let [other, count] = bind(vm, args, &format!("DStream.{method}"), 1, names, 1)?;
    let other = other_stream(vm, other, "_jrdd_deserializer")?;
    let count = partitions(vm, count, stream.default_partitions())?;
    let joined = raised(vm, stream.join(&other, join, count), "transformWith")?;
    Ok(dstream_value(vm, &joined, &context))
}

/// `join(other, numPartitions=None)`.
fn join(vm: &mut Vm, args: Args) -> Result<Value> {
    joined(vm, args, "join", Join::Inner)
}

/// `leftOuterJoin(other, numPartitions=None)`.
fn left_outer_join(vm: &mut Vm, args: Args) -> Result<Value> {
    joined(vm, args, "leftOuterJoin", Join::LeftOuter)
}

/// `rightOuterJoin(other, numPartitions=None)`.
fn right_outer_join(vm: &mut Vm, args: Args) -> Result<Value> {
    joined(vm, args, "rightOuterJoin", Join::RightOuter)
}

/// `fullOuterJoin(other, numPartitions=None)`.
fn full_outer_join(vm: &mut Vm, args: Args) -> Result<Value> {
    joined(vm, args, "fullOuterJoin", Join::FullOuter)
}
