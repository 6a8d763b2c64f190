//! RDDs and contexts between the core's classes and the streams.

use std::rc::Rc;

use brooklet_engine::{Context, Rdd};
use brooklet_python::{Result, Value, Vm};

/// The engine's context of a `SparkContext`.
pub(crate) fn engine_context(_spark: &Value) -> Option<Rc<Context>> {
    None
}

/// An RDD as the program sees it.
pub(crate) fn rdd_value(_vm: &mut Vm, _rdd: &Rdd) -> Value {
    Value::None
}

/// The RDD of an `RDD`.
pub(crate) fn rdd_of(_value: &Value) -> Option<Rdd> {
    None
}

/// `SparkContext.parallelize(records)`.
pub(crate) fn parallelize(vm: &mut Vm, spark: &Value, records: &Value) -> Result<Rdd> {
    let args = brooklet_python::Args::one(records.clone());
    let rdd = vm.call_method(spark, "parallelize", args)?;
    match rdd_of(&rdd) {
        Some(rdd) => Ok(rdd),
        None => Err(vm.type_error("SparkContext.parallelize() gave no RDD")),
    }
}

/// The class `ResultIterable`.
pub(crate) fn result_iterable(_vm: &mut Vm) -> Result<Value> {
    Ok(Value::None)
}

/// A function that shows the lists of a tuple as `ResultIterable`s.
pub(crate) fn cogrouped(_vm: &mut Vm) -> Result<Value> {
    Ok(Value::None)
}

/// Writes an RDD as text files into a folder, which may be there already.
pub(crate) fn save_as_text_file(
    _vm: &mut Vm,
    _rdd: &Rdd,
    _path: &str,
) -> brooklet_engine::Result<()> {
    Ok(())
}
