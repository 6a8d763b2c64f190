//! `pyspark.core`: contexts, RDDs and what travels with them to tasks.

mod accumulator;
mod accumulator_param;
pub(crate) mod arguments;
mod bounded_float;
mod broadcast;
mod environment;
pub(crate) mod pickling_error;
pub(crate) mod rdd;
pub(crate) mod remote_path;
pub(crate) mod result_iterable;
mod spark_conf;
pub(crate) mod spark_context;
mod stat_counter;
pub(crate) mod storage_level;
mod task_context;
pub(crate) mod unavailable;

use brooklet_python::native_class::class;
use brooklet_python::value::Module;
use brooklet_python::{Args, ModuleEntry, Result, Value, Vm};

use self::accumulator::Accumulator;
use self::broadcast::Broadcast;
use self::rdd::RddObject;
use self::result_iterable::ResultIterable;
use self::spark_conf::SparkConf;
use self::spark_context::SparkContext;
use self::stat_counter::StatCounterObject;
use self::task_context::TaskContext;
use crate::modules::add;

/// The version of Spark whose behaviour this is.
pub(crate) const VERSION: &str = "4.3.0";

/// The modules of PySpark's core.
pub(crate) const MODULES: &[ModuleEntry] = &[
    ModuleEntry::rust("pyspark", |vm, module| {
        module.set("__version__", Value::str(VERSION));
        module.set("__getattr__", Value::native("__getattr__", late_member));
        let classes = [
            class::<SparkContext>(vm),
            class::<SparkConf>(vm),
            class::<RddObject>(vm),
            class::<Broadcast>(vm),
            class::<Accumulator>(vm),
            accumulator_param::class(vm),
            storage_level::class_with_names(vm),
            class::<TaskContext>(vm),
        ];
        add(module, &classes)
    }),
    ModuleEntry::rust("pyspark.core", |_, _| Ok(())),
    ModuleEntry::rust("pyspark.version", |_, module| {
        module.set("__version__", Value::str(VERSION));
        Ok(())
    }),
    ModuleEntry::rust("pyspark.context", define_context),
    ModuleEntry::rust("pyspark.core.context", define_context),
    ModuleEntry::rust("pyspark.conf", |vm, module| {
        add(module, &[class::<SparkConf>(vm)])
    }),
    ModuleEntry::rust("pyspark.rdd", define_rdd),
    ModuleEntry::rust("pyspark.core.rdd", define_rdd),
    ModuleEntry::rust("pyspark.broadcast", define_broadcast),
    ModuleEntry::rust("pyspark.core.broadcast", define_broadcast),
    ModuleEntry::rust("pyspark.accumulators", |vm, module| {
        let classes = [class::<Accumulator>(vm), accumulator_param::class(vm)];
        add(module, &classes)
    })
    .and_python(|| include_str!("accumulators.py")),
    ModuleEntry::python("pyspark.files", || include_str!("files.py")),
    ModuleEntry::python(
        "pyspark.core.files",
        || "from pyspark.files import SparkFiles\n",
    ),
    ModuleEntry::python("pyspark.rddsampler", || include_str!("rddsampler.py")),
    ModuleEntry::python("pyspark.serializers", || include_str!("serializers.py")),
    ModuleEntry::python("pyspark.barrier", || include_str!("barrier.py")),
    ModuleEntry::python("pyspark.core.status", || include_str!("status.py")),
    ModuleEntry::python("pyspark.status", || "from pyspark.core.status import *\n"),
    ModuleEntry::python("pyspark.util", || include_str!("util.py")),
    ModuleEntry::rust("pyspark.storagelevel", |vm, module| {
        add(module, &[storage_level::class_with_names(vm)])
    }),
    ModuleEntry::rust("pyspark.resultiterable", |vm, module| {
        add(module, &[class::<ResultIterable>(vm)])
    }),
    ModuleEntry::rust("pyspark.statcounter", |vm, module| {
        add(module, &[class::<StatCounterObject>(vm)])
    }),
    ModuleEntry::rust("pyspark.taskcontext", |vm, module| {
        module.set("__getattr__", Value::native("__getattr__", late_member));
        add(module, &[class::<TaskContext>(vm)])
    }),
    ModuleEntry::rust("_pickle", |vm, module| {
        add(module, &pickling_error::members(vm))
    }),
];

/// What `pyspark` has of modules that few programs need: they are made when it is asked for.
const LATE: &[(&str, &str)] = &[
    ("BarrierTaskContext", "pyspark.barrier"),
    ("BarrierTaskInfo", "pyspark.barrier"),
    ("HiveContext", "pyspark.sql"),
    ("InheritableThread", "pyspark.util"),
    ("Row", "pyspark.sql"),
    ("SQLContext", "pyspark.sql"),
    ("SparkFiles", "pyspark.files"),
    ("SparkJobInfo", "pyspark.core.status"),
    ("SparkStageInfo", "pyspark.core.status"),
    ("StatusTracker", "pyspark.core.status"),
    ("inheritable_thread_target", "pyspark.util"),
];

/// `pyspark.__getattr__(name)`.
fn late_member(vm: &mut Vm, args: Args) -> Result<Value> {
    let name = args.exactly_one(vm, "__getattr__", 0)?;
    let name = vm.str(&name)?;
    match LATE.iter().find(|(late, _)| *late == name) {
        Some((_, module)) => {
            let module = Value::Module(vm.import(module)?);
            vm.get_attribute(&module, &name)
        }
        None => {
            let message = format!("module 'pyspark' has no attribute '{name}'");
            Err(vm.attribute_error(message))
        }
    }
}

fn define_context(vm: &mut Vm, module: &Module) -> Result<()> {
    add(module, &[class::<SparkContext>(vm)])
}

fn define_rdd(vm: &mut Vm, module: &Module) -> Result<()> {
    module.set("portable_hash", brooklet_engine::portable_hash_function());
    let classes = [
        class::<RddObject>(vm),
        rdd::pipelined_class(vm),
        bounded_float::class(vm),
    ];
    add(module, &classes)
}

fn define_broadcast(vm: &mut Vm, module: &Module) -> Result<()> {
    add(module, &[class::<Broadcast>(vm)])
}
