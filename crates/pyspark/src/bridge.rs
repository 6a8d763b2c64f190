//! RDDs and contexts between the core's classes and the streams.

use std::rc::Rc;

use brooklet_engine::{Context, Rdd};
use brooklet_python::native_class::class;
use brooklet_python::{Args, Result, Value, Vm};

pub(crate) use crate::core::rdd::rdd_of;

use crate::core::result_iterable::{ResultIterable, wrap_each};
use crate::core::spark_context::context_of;
pub(crate) use crate::core::spark_context::running_context;
pub(crate) use crate::core::storage_level::storage_level_of;

/// The engine's context of a `SparkContext`.
pub(crate) fn engine_context(spark: &Value) -> Option<Rc<Context>> {
    context_of(spark)?.running()
}

/// A setting of a `SparkContext`.
pub(crate) fn setting(spark: &Value, key: &str) -> Option<String> {
    context_of(spark)?.setting(key)
}

/// Whether a value is a `SparkContext` that is stopped.
pub(crate) fn is_stopped(spark: &Value) -> bool {
    context_of(spark).is_some_and(|context| context.running().is_none())
}

/// An RDD as the program sees it.
pub(crate) fn rdd_value(vm: &mut Vm, rdd: &Rdd) -> Value {
    crate::core::rdd::value_of(vm, rdd.clone())
}

/// `SparkContext.parallelize(records)`.
pub(crate) fn parallelize(vm: &mut Vm, spark: &Value, records: &Value) -> Result<Rdd> {
    let rdd = vm.call_method(spark, "parallelize", Args::one(records.clone()))?;
    match rdd_of(&rdd) {
        Some(rdd) => Ok(rdd),
        None => Err(vm.type_error("SparkContext.parallelize() gave no RDD")),
    }
}

/// The class `ResultIterable`.
pub(crate) fn result_iterable(vm: &mut Vm) -> Result<Value> {
    Ok(Value::Class(class::<ResultIterable>(vm)))
}

/// A function that shows the lists of a tuple as `ResultIterable`s.
pub(crate) fn cogrouped(_: &mut Vm) -> Result<Value> {
    Ok(Value::native("dispatch", wrap_each))
}

/// Writes an RDD as text files into a folder, which may be there already.
pub(crate) fn save_as_text_file(vm: &mut Vm, rdd: &Rdd, path: &str) -> brooklet_engine::Result<()> {
    rdd.save_as_text_file(vm, path, true)
}
