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

use std::rc::Rc;

use brooklet_python::modules::native_class::class;
use brooklet_python::value::Module;
use brooklet_python::{Class, Result, Value, Vm};

use self::accumulator::Accumulator;
use self::broadcast::Broadcast;
use self::rdd::RddObject;
use self::result_iterable::ResultIterable;
use self::spark_conf::SparkConf;
use self::spark_context::SparkContext;
use self::stat_counter::StatCounterObject;
use self::task_context::TaskContext;

/// The version of Spark whose behaviour this is.
pub(crate) const VERSION: &str = "4.3.0";

/// Makes a module of PySpark's core.
pub(crate) fn make(vm: &mut Vm, name: &str) -> Option<Result<Rc<Module>>> {
    let module = Module::new(name);
    for class in members(vm, name)? {
        let name = class.name.clone();
        module.set(name.as_str(), Value::Class(class));
    }
    match name {
        "pyspark" => module.set("__version__", Value::str(VERSION)),
        "pyspark.version" => module.set("__version__", Value::str(VERSION)),
        "pyspark.rdd" | "pyspark.core.rdd" => {
            module.set("portable_hash", brooklet_engine::portable_hash_function());
        }
        _ => {}
    }
    Some(Ok(Rc::new(module)))
}

/// The classes of a module; `None` if it is not one of the core's.
fn members(vm: &mut Vm, name: &str) -> Option<Vec<Rc<Class>>> {
    Some(match name {
        "pyspark" => vec![
            class::<SparkContext>(vm),
            class::<SparkConf>(vm),
            class::<RddObject>(vm),
            class::<Broadcast>(vm),
            class::<Accumulator>(vm),
            accumulator_param::class(vm),
            storage_level::class_with_names(vm),
            class::<TaskContext>(vm),
        ],
        "pyspark.core" | "pyspark.version" => Vec::new(),
        "pyspark.context" | "pyspark.core.context" => vec![class::<SparkContext>(vm)],
        "pyspark.conf" => vec![class::<SparkConf>(vm)],
        "pyspark.rdd" | "pyspark.core.rdd" => vec![
            class::<RddObject>(vm),
            rdd::pipelined_class(vm),
            bounded_float::class(vm),
        ],
        "pyspark.broadcast" | "pyspark.core.broadcast" => vec![class::<Broadcast>(vm)],
        "pyspark.accumulators" => vec![class::<Accumulator>(vm), accumulator_param::class(vm)],
        "pyspark.storagelevel" => vec![storage_level::class_with_names(vm)],
        "pyspark.resultiterable" => vec![class::<ResultIterable>(vm)],
        "pyspark.statcounter" => vec![class::<StatCounterObject>(vm)],
        "_pickle" => pickling_error::members(vm),
        "pyspark.taskcontext" => vec![class::<TaskContext>(vm)],
        _ => return None,
    })
}
