//! `union`, `cogroup` and the joins: methods over the batches of two streams.

use std::rc::Rc;

use brooklet_engine::Join;
use brooklet_pyspark_api::streaming::DSTREAM;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{ProgramStream, raised, receiver, stream_of};
use crate::binding::{arguments, methods};
use crate::bridge::cogrouped;
use crate::state::Definition;
use crate::streaming::arguments::partitions;

pub(super) const METHODS: &[(&str, NativeFn)] = methods![DSTREAM;
    "union" => union,
    "cogroup" => cogroup,
    "join" => join,
    "leftOuterJoin" => left_outer_join,
    "rightOuterJoin" => right_outer_join,
    "fullOuterJoin" => full_outer_join,
];

/// The other stream, about to be used for its attribute `name`.
pub(super) fn other_stream(vm: &mut Vm, other: Value, name: &str) -> Result<Rc<ProgramStream>> {
    match stream_of(&other) {
        Some(stream) => Ok(stream),
        None => {
            let class = vm.type_name(&other);
            Err(vm.attribute_error(format!("'{class}' object has no attribute '{name}'")))
        }
    }
}

fn union(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [other] = arguments(args);
    let other = other_stream(vm, other, "_slideDuration")?;
    let own = raised(vm, this.stream.slide_ms(), "dstream")?;
    if own != raised(vm, other.stream.slide_ms(), "dstream")? {
        return Err(vm.value_error("the two DStream should have same slide duration"));
    }
    let united = raised(vm, this.stream.union(&other.stream), "transformWith")?;
    this.derive(vm, Definition::of("union").reading([other.id]), &united)
}

fn cogroup(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [other, count] = arguments(args);
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
    let [other, count] = arguments(args);
    let other = other_stream(vm, other, "_jrdd_deserializer")?;
    let count = partitions(vm, count, this.stream.default_partitions())?;
    let joined = raised(
        vm,
        this.stream.join(&other.stream, join, count),
        "transformWith",
    )?;
    this.derive(vm, Definition::of(method).reading([other.id]), &joined)
}

fn join(vm: &mut Vm, args: Args) -> Result<Value> {
    joined(vm, args, "join", Join::Inner)
}

fn left_outer_join(vm: &mut Vm, args: Args) -> Result<Value> {
    joined(vm, args, "leftOuterJoin", Join::LeftOuter)
}

fn right_outer_join(vm: &mut Vm, args: Args) -> Result<Value> {
    joined(vm, args, "rightOuterJoin", Join::RightOuter)
}

fn full_outer_join(vm: &mut Vm, args: Args) -> Result<Value> {
    joined(vm, args, "fullOuterJoin", Join::FullOuter)
}
