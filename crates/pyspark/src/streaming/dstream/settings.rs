//! `cache`, `persist`, `checkpoint`, `slice`, `context`.

use brooklet_engine::StorageLevel;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{raised, receiver};
use crate::bridge::{rdd_value, storage_level_of};
use crate::streaming::arguments::milliseconds;
use crate::streaming::batch_datetime::batch_time_of;
use brooklet_python::modules::signature::bind;

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("cache", cache),
    ("persist", persist),
    ("checkpoint", checkpoint),
    ("slice", slice),
    ("context", context),
];

pub(super) const PROPERTIES: &[(&str, NativeFn)] = &[
    ("is_cached", is_cached),
    ("is_checkpointed", is_checkpointed),
];

fn is_cached(vm: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::Bool(receiver(vm, &args)?.stream.is_cached()))
}

fn is_checkpointed(vm: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::Bool(receiver(vm, &args)?.stream.is_checkpointed()))
}

/// `cache()`.
fn cache(vm: &mut Vm, args: Args) -> Result<Value> {
    let receiver = receiver(vm, &args)?;
    let this = args[0].clone();
    let [] = bind(vm, args, "DStream.cache", 1, [], 0)?;
    let kept = receiver.stream.persist(StorageLevel::MEMORY_SERIALIZED);
    raised(vm, kept, "persist")?;
    Ok(this)
}

/// `persist(storageLevel)`: all levels keep partitions in memory.
fn persist(vm: &mut Vm, args: Args) -> Result<Value> {
    let receiver = receiver(vm, &args)?;
    let this = args[0].clone();
    let [level] = bind(vm, args, "DStream.persist", 1, ["storageLevel"], 1)?;
    let level = storage_level_of(vm, &level.unwrap_or_default())?;
    raised(vm, receiver.stream.persist(level), "persist")?;
    Ok(this)
}

/// `checkpoint(interval)`.
fn checkpoint(vm: &mut Vm, args: Args) -> Result<Value> {
    let receiver = receiver(vm, &args)?;
    let this = args[0].clone();
    let [interval] = bind(vm, args, "DStream.checkpoint", 1, ["interval"], 1)?;
    let interval_ms = milliseconds(vm, &interval.unwrap_or_default())?;
    raised(vm, receiver.stream.checkpoint(interval_ms), "checkpoint")?;
    Ok(this)
}

/// `slice(begin, end)`.
fn slice(vm: &mut Vm, args: Args) -> Result<Value> {
    let receiver = receiver(vm, &args)?;
    let [begin, end] = bind(vm, args, "DStream.slice", 1, ["begin", "end"], 2)?;
    let begin = batch_time_of(vm, &begin.unwrap_or_default())?;
    let end = batch_time_of(vm, &end.unwrap_or_default())?;
    let rdds = receiver.stream.slice(vm, begin, end);
    let rdds = raised(vm, rdds, "slice")?;
    let rdds = rdds.iter().map(|rdd| rdd_value(vm, rdd)).collect();
    Ok(Value::list(rdds))
}

/// `context()`.
fn context(vm: &mut Vm, args: Args) -> Result<Value> {
    let receiver = receiver(vm, &args)?;
    let [] = bind(vm, args, "DStream.context", 1, [], 0)?;
    Ok(receiver.context.clone())
}
