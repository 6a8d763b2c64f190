//! `cache`, `persist`, `checkpoint`, `slice`, `context`.

use brooklet_engine::StorageLevel;
use brooklet_pyspark_api::streaming::DSTREAM;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{raised, receiver};
use crate::binding::{arguments, methods, properties};
use crate::bridge::{rdd_value, storage_level_of};
use crate::streaming::arguments::milliseconds;
use crate::streaming::batch_datetime::batch_time_of;

pub(super) const METHODS: &[(&str, NativeFn)] = methods![DSTREAM;
    "cache" => cache,
    "persist" => persist,
    "checkpoint" => checkpoint,
    "slice" => slice,
    "context" => context,
];

pub(super) const PROPERTIES: &[(&str, NativeFn)] = properties![DSTREAM;
    "is_cached" => is_cached,
    "is_checkpointed" => is_checkpointed,
];

fn is_cached(vm: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::Bool(receiver(vm, &args)?.stream.is_cached()))
}

fn is_checkpointed(vm: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::Bool(receiver(vm, &args)?.stream.is_checkpointed()))
}

fn cache(vm: &mut Vm, args: Args) -> Result<Value> {
    let receiver = receiver(vm, &args)?;
    let this = args[0].clone();
    let kept = receiver.stream.persist(StorageLevel::MEMORY_SERIALIZED);
    raised(vm, kept, "persist")?;
    Ok(this)
}

/// `persist(storageLevel)`: all levels keep partitions in memory.
fn persist(vm: &mut Vm, args: Args) -> Result<Value> {
    let receiver = receiver(vm, &args)?;
    let this = args[0].clone();
    let [level] = arguments(args);
    let level = storage_level_of(vm, &level)?;
    raised(vm, receiver.stream.persist(level), "persist")?;
    Ok(this)
}

fn checkpoint(vm: &mut Vm, args: Args) -> Result<Value> {
    let receiver = receiver(vm, &args)?;
    let this = args[0].clone();
    let [interval] = arguments(args);
    let interval_ms = milliseconds(vm, &interval)?;
    raised(vm, receiver.stream.checkpoint(interval_ms), "checkpoint")?;
    Ok(this)
}

fn slice(vm: &mut Vm, args: Args) -> Result<Value> {
    let receiver = receiver(vm, &args)?;
    let [begin, end] = arguments(args);
    let begin = batch_time_of(vm, &begin)?;
    let end = batch_time_of(vm, &end)?;
    let rdds = receiver.stream.slice(vm, begin, end);
    let rdds = raised(vm, rdds, "slice")?;
    let rdds = rdds.iter().map(|rdd| rdd_value(vm, rdd)).collect();
    Ok(Value::list(rdds))
}

fn context(vm: &mut Vm, args: Args) -> Result<Value> {
    let receiver = receiver(vm, &args)?;
    Ok(receiver.context.clone())
}
