//! Methods that keep partitions and cut lineage.

use brooklet_engine::Error;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{called, failed, object, this};
use crate::core::storage_level::StorageLevel;
use brooklet_python::modules::signature::bind;

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("cache", cache),
    ("persist", persist),
    ("unpersist", unpersist),
    ("getStorageLevel", storage_level),
    ("checkpoint", checkpoint),
    ("isCheckpointed", is_checkpointed),
    ("getCheckpointFile", checkpoint_file),
    ("localCheckpoint", local_checkpoint),
    ("isLocallyCheckpointed", is_locally_checkpointed),
    ("cleanShuffleDependencies", clean_shuffle_dependencies),
];

fn cache(vm: &mut Vm, args: Args) -> Result<Value> {
    bind(vm, args.clone(), "RDD.cache", 1, [], 0)?;
    keep(vm, &args, StorageLevel::MEMORY_ONLY)
}

fn persist(vm: &mut Vm, args: Args) -> Result<Value> {
    let [level] = bind(vm, args.clone(), "RDD.persist", 1, ["storageLevel"], 0)?;
    let level = match level {
        None => StorageLevel::MEMORY_ONLY,
        Some(level) => match StorageLevel::of(&level) {
            Some(level) => level,
            None => {
                let message = "storageLevel must be of type pyspark.StorageLevel";
                return Err(vm.type_error(message));
            }
        },
    };
    keep(vm, &args, level)
}

fn keep(vm: &mut Vm, args: &Args, level: StorageLevel) -> Result<Value> {
    let object = object(vm, args)?;
    let before = object.storage.get();
    if before != StorageLevel::NONE && before != level {
        let failure = Error::Java {
            class: "org.apache.spark.SparkUnsupportedOperationException",
            message: "Cannot change storage level of an RDD after it was already assigned a level"
                .to_string(),
        };
        return Err(failed(vm, failure, "o0.persist"));
    }
    let kept = object.rdd.persist(vm);
    called(vm, kept)?;
    object.storage.set(level);
    Ok(args[0].clone())
}

fn unpersist(vm: &mut Vm, args: Args) -> Result<Value> {
    let object = object(vm, &args)?;
    bind(vm, args.clone(), "RDD.unpersist", 1, ["blocking"], 0)?;
    let forgotten = object.rdd.unpersist(vm);
    called(vm, forgotten)?;
    object.storage.set(StorageLevel::NONE);
    Ok(args[0].clone())
}

fn storage_level(vm: &mut Vm, args: Args) -> Result<Value> {
    let level = object(vm, &args)?.storage.get();
    Ok(level.to_value(vm))
}

fn checkpoint(vm: &mut Vm, args: Args) -> Result<Value> {
    let object = object(vm, &args)?;
    object.marked.set(true);
    let marked = object.rdd.checkpoint(vm);
    marked.map_err(|error| failed(vm, error, "o0.checkpoint"))?;
    Ok(Value::None)
}

/// `is_cached`: whether it has a storage level.
pub(super) fn is_cached(vm: &mut Vm, args: Args) -> Result<Value> {
    let level = object(vm, &args)?.storage.get();
    Ok(Value::Bool(level != StorageLevel::NONE))
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
            Ok(Value::from(format!("file:{directory}/rdd-{id}")))
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

fn clean_shuffle_dependencies(vm: &mut Vm, args: Args) -> Result<Value> {
    this(vm, &args)?;
    Ok(Value::None)
}
