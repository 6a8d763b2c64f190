//! What a `SparkContext` tells of itself, and settings without effect on results.

use brooklet_pyspark_api::core::SPARK_CONTEXT;
use brooklet_python::native_class::object;
use brooklet_python::value::{ClassBuilder, NativeFn};
use brooklet_python::{Args, Result, Value, Vm};

use super::this;
use crate::binding::{arguments, methods, properties};
use crate::core::VERSION;
use crate::driver::{DriverState, LogLevel};

/// Methods that only change what Spark's log and UI show.
const WITHOUT_EFFECT: &[(&str, NativeFn)] = methods![SPARK_CONTEXT;
    "setJobGroup" => nothing,
    "setJobDescription" => nothing,
    "setInterruptOnCancel" => nothing,
    "addJobTag" => nothing,
    "removeJobTag" => nothing,
    "clearJobTags" => nothing,
    "cancelAllJobs" => nothing,
    "cancelJobGroup" => nothing,
    "cancelJobsWithTag" => nothing,
];

/// The log levels that Spark knows.
const LOG_LEVELS: &[&str] = &[
    "ALL", "DEBUG", "ERROR", "WARN", "INFO", "OFF", "FATAL", "TRACE",
];

pub(super) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .methods(WITHOUT_EFFECT)
        .methods(methods![SPARK_CONTEXT;
            "setLogLevel" => set_log_level,
            "setLocalProperty" => set_local_property,
            "getLocalProperty" => local_property,
            "getConf" => get_conf,
            "setCheckpointDir" => set_checkpoint_dir,
            "getCheckpointDir" => get_checkpoint_dir,
            "sparkUser" => |_, _| Ok(Value::str("brooklet")),
        ])
        .properties(properties![SPARK_CONTEXT;
            "version" => |_, _| Ok(Value::str(VERSION)),
            "master" => |vm, args| {
                Ok(Value::str(&this(vm, &args)?.master))
            },
            "appName" => |vm, args| {
                Ok(Value::str(&this(vm, &args)?.app_name))
            },
            "applicationId" => |_, _| {
                Ok(Value::str("local-1704067200000"))
            },
            "startTime" => |_, _| Ok(Value::Int(1_704_067_200_000)),
            "uiWebUrl" => |_, _| Ok(Value::None),
            "pythonVer" => |_, _| Ok(Value::str("3.11")),
            "defaultParallelism" => default_parallelism,
            "defaultMinPartitions" => |vm, args| {
                let parallelism = this(vm, &args)?.engine(vm)?.default_parallelism();
                Ok(Value::from(parallelism.min(2)))
            },
        ])
}

fn nothing(vm: &mut Vm, args: Args) -> Result<Value> {
    this(vm, &args)?.engine(vm)?;
    Ok(Value::None)
}

fn default_parallelism(vm: &mut Vm, args: Args) -> Result<Value> {
    let parallelism = this(vm, &args)?.engine(vm)?.default_parallelism();
    Ok(Value::from(parallelism))
}

fn set_log_level(vm: &mut Vm, args: Args) -> Result<Value> {
    this(vm, &args)?.engine(vm)?;
    let [level] = arguments(args);
    let level = vm.str(&level)?;
    if LOG_LEVELS.contains(&level.to_ascii_uppercase().as_str()) {
        if let Some(state) = DriverState::of(vm) {
            state.log_level.set(LogLevel::of(&level));
        }
        return Ok(Value::None);
    }
    let failure = brooklet_engine::Error::Java {
        class: "java.lang.IllegalArgumentException",
        message: format!(
            "requirement failed: Supplied level {level} did not match one of: {}",
            LOG_LEVELS.join(",")
        ),
    };
    Err(crate::java::raise(vm, failure, "o0.setLogLevel"))
}

fn get_conf(vm: &mut Vm, args: Args) -> Result<Value> {
    let conf = this(vm, &args)?.conf.copy();
    Ok(object(vm, conf))
}

fn set_checkpoint_dir(vm: &mut Vm, args: Args) -> Result<Value> {
    let engine = this(vm, &args)?.engine(vm)?;
    let [directory] = arguments(args);
    let directory = vm.str(&directory)?;
    engine.set_checkpoint_directory(&directory);
    Ok(Value::None)
}

fn get_checkpoint_dir(vm: &mut Vm, args: Args) -> Result<Value> {
    let engine = this(vm, &args)?.engine(vm)?;
    Ok(engine
        .checkpoint_directory()
        .map_or(Value::None, Value::from))
}

/// `setLocalProperty(key, value)`; a value of `None` takes it away.
fn set_local_property(vm: &mut Vm, args: Args) -> Result<Value> {
    let context = this(vm, &args)?;
    let [key, value] = arguments(args);
    context.properties.set(vm, key, value)?;
    Ok(Value::None)
}

/// `getLocalProperty(key)`: `None` for one that was not set.
fn local_property(vm: &mut Vm, args: Args) -> Result<Value> {
    let context = this(vm, &args)?;
    let [key] = arguments(args);
    let value = context.properties.get(vm, &key)?;
    Ok(value.unwrap_or_default())
}
