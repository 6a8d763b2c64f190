//! `union`, `cogroup` and the joins: methods over the batches of two streams.

use std::rc::Rc;

use brooklet_engine::Join;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{Definition, ProgramStream, raised, receiver, stream_of};
use crate::bridge::cogrouped;
use crate::streaming::arguments::partitions;
use brooklet_python::modules::signature::bind;

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("union", union),
    ("cogroup", cogroup),
    ("join", join),
    ("leftOuterJoin", left_outer_join),
    ("rightOuterJoin", right_outer_join),
    ("fullOuterJoin", full_outer_join),
];

/// The other stream, about to be used for its attribute `name`.
pub(super) fn other_stream(
    vm: &mut Vm,
    other: Option<Value>,
    name: &str,
) -> Result<Rc<ProgramStream>> {
    let other = other.unwrap_or_default();
    match stream_of(&other) {
        Some(stream) => Ok(stream),
        None => {
            let class = vm.type_name(&other);
            Err(vm.attribute_error(format!("'{class}' object has no attribute '{name}'")))
        }
    }
}

/// `union(other)`.
fn union(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [other] = bind(vm, args, "DStream.union", 1, ["other"], 1)?;
    let other = other_stream(vm, other, "_slideDuration")?;
    let own = raised(vm, this.stream.slide_ms(), "dstream")?;
    if own != raised(vm, other.stream.slide_ms(), "dstream")? {
        return Err(vm.value_error("the two DStream should have same slide duration"));
    }
    let united = raised(vm, this.stream.union(&other.stream), "transformWith")?;
    this.derive(vm, Definition::of("union").reading([other.id]), &united)
}

/// `cogroup(other, numPartitions=None)`.
fn cogroup(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let names = ["other", "numPartitions"];
    let [other, count] = bind(vm, args, "DStream.cogroup", 1, names, 1)?;
    let other = other_stream(vm, other, "_jrdd_deserializer")?;
    let count = partitions(vm, count, this.stream.default_partitions())?;
    let wrap = cogrouped(vm)?;
    let grouped = raised(
        vm,
        this.stream.cogroup(&other.stream, count, &wrap),
        "transformWith",
    )?;
    this.derive(vm, Definition::of("cogroup").reading([other.id]), &grouped)
}

fn joined(vm: &mut Vm, args: Args, method: &'static str, join: Join) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let names = ["other", "numPartitions"];
    let [other, count] = bind(vm, args, &format!("DStream.{method}"), 1, names, 1)?;
    let other = other_stream(vm, other, "_jrdd_deserializer")?;
    let count = partitions(vm, count, this.stream.default_partitions())?;
    let joined = raised(
        vm,
        this.stream.join(&other.stream, join, count),
        "transformWith",
    )?;
    this.derive(vm, Definition::of(method).reading([other.id]), &joined)
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
