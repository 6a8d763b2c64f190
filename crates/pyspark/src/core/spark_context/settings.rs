//! What a `SparkContext` tells of itself, and settings without effect on results.

use std::rc::Rc;

use brooklet_pyspark_api::core::SPARK_CONTEXT;
use brooklet_python::native_class::object;
use brooklet_python::value::{ClassBuilder, NativeFn};
use brooklet_python::{Args, Result, Value, Vm};

use super::{status, this};
use crate::binding::{arguments, methods, properties};
use crate::core::VERSION;
use crate::core::spark_conf::SparkConf;
use crate::state::{DriverState, LogLevel};

/// A job runs to its end before another thread gets a turn: whoever cancels jobs finds none.
const WITHOUT_EFFECT: &[(&str, NativeFn)] = methods![SPARK_CONTEXT;
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
            "setJobGroup" => set_job_group,
            "setJobDescription" => |vm, args| {
                set_property(vm, args, "spark.job.description")
            },
            "setInterruptOnCancel" => |vm, args| {
                let [interrupts] = arguments(args.clone());
                let text = Value::str(interrupts_text(vm, &interrupts)?);
                set_property(vm, Args::two(args[0].clone(), text), INTERRUPTS)
            },
            "statusTracker" => status::tracker,
            "addJobTag" => add_job_tag,
            "removeJobTag" => remove_job_tag,
            "getJobTags" => job_tags,
            "clearJobTags" => |vm, args| {
                this(vm, &args)?.tags.borrow_mut().clear();
                Ok(Value::None)
            },
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
            "resources" => |_, _| Ok(Value::Dict(Rc::default())),
            "listFiles" => |vm, args| {
                let shipped = this(vm, &args)?.shipped.borrow().clone();
                Ok(Value::list(shipped.into_iter().map(Value::from).collect()))
            },
            "listArchives" => |_, _| Ok(Value::list(Vec::new())),
            "pythonVer" => |_, _| Ok(Value::str("3.11")),
            "sparkHome" => |vm, args| {
                let home = this(vm, &args)?.conf.value("spark.home");
                Ok(home.map_or(Value::None, Value::from))
            },
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
    let (files, now_ms) = (vm.host.files(), vm.host.now_ms());
    engine.set_checkpoint_directory(&*files, &directory, now_ms as i64);
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
    let text = match &value {
        Value::None => None,
        value => Some(vm.str(value)?),
    };
    if key.as_str() == Some(JOB_GROUP) {
        context.engine(vm)?.set_job_group(text.clone());
    }
    if let (Some(state), Some(key)) = (DriverState::of(vm), key.as_str()) {
        state.worker_side.set_property(key, text);
    }
    context.properties.set(vm, key, value)?;
    Ok(Value::None)
}

/// Sets a local property to the argument of a method.
fn set_property(vm: &mut Vm, args: Args, key: &str) -> Result<Value> {
    let own = args[0].clone();
    let [value] = arguments(args);
    vm.call_method(&own, "setLocalProperty", Args::two(Value::str(key), value))
}

/// The local property that names the group of the jobs to come.
const JOB_GROUP: &str = "spark.jobGroup.id";

/// The local property that says whether tasks are interrupted when their job is cancelled.
const INTERRUPTS: &str = "spark.job.interruptOnCancel";

/// A truth as Java writes it.
fn interrupts_text(vm: &mut Vm, interrupts: &Value) -> Result<&'static str> {
    Ok(match vm.truth(interrupts)? {
        true => "true",
        false => "false",
    })
}

/// `setJobGroup(groupId, description, interruptOnCancel)`: three local properties.
fn set_job_group(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = args[0].clone();
    let [group, description, interrupts] = arguments(args);
    let interrupts = interrupts_text(vm, &interrupts)?;
    for (key, value) in [
        (JOB_GROUP, group),
        ("spark.job.description", description),
        (INTERRUPTS, Value::str(interrupts)),
    ] {
        let args = Args::two(Value::str(key), value);
        vm.call_method(&own, "setLocalProperty", args)?;
    }
    Ok(Value::None)
}

fn add_job_tag(vm: &mut Vm, args: Args) -> Result<Value> {
    let context = this(vm, &args)?;
    let [tag] = arguments(args);
    let tag = vm.str(&tag)?;
    let mut tags = context.tags.borrow_mut();
    if !tags.contains(&tag) {
        tags.push(tag);
    }
    Ok(Value::None)
}

fn remove_job_tag(vm: &mut Vm, args: Args) -> Result<Value> {
    let context = this(vm, &args)?;
    let [tag] = arguments(args);
    let tag = vm.str(&tag)?;
    context.tags.borrow_mut().retain(|known| *known != tag);
    Ok(Value::None)
}

fn job_tags(vm: &mut Vm, args: Args) -> Result<Value> {
    let tags = this(vm, &args)?.tags.borrow().clone();
    let set = Value::Class(vm.types.set.clone());
    let tags = tags.into_iter().map(Value::from).collect();
    vm.call_one(&set, Value::list(tags))
}

/// `SparkContext.setSystemProperty(key, value)`: what contexts made from now on are set up with.
pub(super) fn set_system_property(vm: &mut Vm, args: Args) -> Result<Value> {
    let [key, value] = arguments(args);
    let (key, value) = (vm.str(&key)?, vm.str(&value)?);
    SparkConf::of_system(vm).put(&key, &value);
    Ok(Value::None)
}

/// `getLocalProperty(key)`: `None` for one that was not set.
fn local_property(vm: &mut Vm, args: Args) -> Result<Value> {
    let context = this(vm, &args)?;
    let [key] = arguments(args);
    let value = context.properties.get(vm, &key)?;
    Ok(value.unwrap_or_default())
}
