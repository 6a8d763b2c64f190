//! Methods that keep partitions and cut lineage.

use brooklet_engine::StorageLevel;
use brooklet_pyspark_api::core::RDD;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{called, failed, object, this};
use crate::binding::{arguments, methods};
use crate::core::storage_level::{StorageLevelObject, storage_level_of};

pub(super) const METHODS: &[(&str, NativeFn)] = methods![RDD;
    "cache" => cache,
    "persist" => persist,
    "unpersist" => unpersist,
    "getStorageLevel" => storage_level,
    "checkpoint" => checkpoint,
    "isCheckpointed" => is_checkpointed,
    "getCheckpointFile" => checkpoint_file,
    "localCheckpoint" => local_checkpoint,
    "isLocallyCheckpointed" => is_locally_checkpointed,
    "cleanShuffleDependencies" => clean_shuffle_dependencies,
];

fn cache(vm: &mut Vm, args: Args) -> Result<Value> {
    keep(vm, &args, StorageLevel::MEMORY_SERIALIZED)
}

fn persist(vm: &mut Vm, args: Args) -> Result<Value> {
    let [level] = arguments(args.clone());
    let level = storage_level_of(vm, &level)?;
    keep(vm, &args, level)
}

fn keep(vm: &mut Vm, args: &Args, level: StorageLevel) -> Result<Value> {
    let object = object(vm, args)?;
    object.is_cached.set(true);
    let kept = object.rdd.persist(vm, level);
    kept.map_err(|error| failed(vm, error, "o0.persist"))?;
    Ok(args[0].clone())
}

fn unpersist(vm: &mut Vm, args: Args) -> Result<Value> {
    let object = object(vm, &args)?;
    let forgotten = object.rdd.unpersist(vm);
    called(vm, forgotten)?;
    object.is_cached.set(false);
    Ok(args[0].clone())
}

fn storage_level(vm: &mut Vm, args: Args) -> Result<Value> {
    let level = this(vm, &args)?.storage_level(vm);
    let level = called(vm, level)?;
    Ok(StorageLevelObject::value(vm, level))
}

fn checkpoint(vm: &mut Vm, args: Args) -> Result<Value> {
    let object = object(vm, &args)?;
    object.marked.set(true);
    let marked = object.rdd.checkpoint(vm);
    marked.map_err(|error| failed(vm, error, "o0.checkpoint"))?;
    Ok(Value::None)
}

/// `is_cached`: whether `persist` was called on this very object.
pub(super) fn is_cached(vm: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::Bool(object(vm, &args)?.is_cached.get()))
}

/// `is_checkpointed`: whether `checkpoint` was called; `isCheckpointed` says whether it is done.
pub(super) fn was_marked(vm: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::Bool(object(vm, &args)?.marked.get()))
}

fn is_checkpointed(vm: &mut Vm, args: Args) -> Result<Value> {
    let done = this(vm, &args)?.is_checkpointed(vm);
    called(vm, done).map(Value::Bool)
}

fn checkpoint_file(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let done = rdd.has_checkpoint_file(vm);
    let directory = rdd.context().checkpoint_directory();
    match (called(vm, done)?, directory) {
        (true, Some(directory)) => {
            let id = rdd.id(vm);
            let id = called(vm, id)?;
            Ok(Value::from(format!("{directory}/rdd-{id}")))
        }
        _ => Ok(Value::None),
    }
}

fn local_checkpoint(vm: &mut Vm, args: Args) -> Result<Value> {
    let marked = this(vm, &args)?.local_checkpoint(vm);
    called(vm, marked)?;
    Ok(Value::None)
}

fn is_locally_checkpointed(vm: &mut Vm, args: Args) -> Result<Value> {
    let marked = this(vm, &args)?.is_locally_checkpointed(vm);
    called(vm, marked).map(Value::Bool)
}

/// Shuffles stay where they are; asking makes the JVM side's RDD.
fn clean_shuffle_dependencies(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let id = rdd.id(vm);
    called(vm, id)?;
    Ok(Value::None)
}
