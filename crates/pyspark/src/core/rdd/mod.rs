//! `RDD`: its methods, in groups.

mod actions;
mod by_key;
mod joins;
mod kafka_rdd;
mod numbers;
mod out_of_scope;
mod partitioner;
mod persistence;
mod sampling;
mod sorting;
mod transformations;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use brooklet_engine::{Error, Rdd};
use brooklet_pyspark_api::core::RDD;
use brooklet_python::native_class::{self, NativeClass, class, data, object_of, receiver};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{ClassBuilder, Layout, NativeData, Str};
use brooklet_python::{Args, Class, Raise, Result, Value, Vm};

use self::partitioner::PartitionerObject;
use super::environment::ActiveContext;
use crate::binding::{arguments, methods, properties};
use crate::bridge::engine_context;
use crate::errors::error;
use crate::java;
use brooklet_python::builtins::generic_alias;

/// What Py4J calls the method of the JVM side that most actions end in.
pub(super) const COLLECT: &str = "z:org.apache.spark.api.python.PythonRDD.collectAndServe";

/// What Py4J calls the method of the JVM side that `take` and `runJob` end in.
const RUN_JOB: &str = "z:org.apache.spark.api.python.PythonRDD.runJob";

/// An `RDD` of the program.
pub(crate) struct RddObject {
    pub(super) rdd: Rdd,
    /// Whether `persist` was called, and `unpersist` not since.
    is_cached: Cell<bool>,
    /// Whether `checkpoint` was called.
    marked: Cell<bool>,
    /// The `SparkContext` that was active when the RDD was made.
    context: RefCell<Value>,
}

impl NativeData for RddObject {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let message = "[RDD_TRANSFORM_ONLY_VALID_ON_DRIVER] It appears that you are attempting to \
             broadcast an RDD or reference an RDD from an \naction or transformation. RDD \
             transformations and actions can only be invoked by the \ndriver, not inside of other \
             transformations; for example, \nrdd1.map(lambda x: rdd2.values.count() * x) is invalid \
             because the values \ntransformation and count action cannot be performed inside of the \
             rdd1.map \ntransformation. For more information, see SPARK-5063.";
        Err(error(vm, "PySparkRuntimeError", message))
    }
}

impl NativeClass for RddObject {
    const MODULE: &'static str = "pyspark.core.rdd";
    const NAME: &'static str = "RDD";

    fn define(class: ClassBuilder) -> ClassBuilder {
        let groups = [
            transformations::METHODS,
            by_key::METHODS,
            joins::METHODS,
            sorting::METHODS,
            sampling::METHODS,
            actions::METHODS,
            numbers::METHODS,
            persistence::METHODS,
            out_of_scope::METHODS,
        ];
        let class = class
            .methods(methods![RDD;
                "id" => id,
                "name" => name,
                "setName" => set_name,
                "getNumPartitions" => partition_count,
                "toDebugString" => debug_string,
            ])
            .methods(&[("__repr__", repr)])
            .class_methods(generic_alias::CLASS_METHODS);
        let class = class.properties(properties![RDD;
            "context" => context,
            "ctx" => context,
            "partitioner" => partitioner,
            "is_cached" => persistence::is_cached,
            "is_checkpointed" => persistence::was_marked,
        ]);
        groups
            .into_iter()
            .fold(class, |class, methods| class.methods(methods))
    }
}

struct PipelinedClass(Rc<Class>);

/// The class of RDDs that end in a Python step.
pub(super) fn pipelined_class(vm: &mut Vm) -> Rc<Class> {
    let base = class::<RddObject>(vm);
    let made = vm.extension(move || {
        let builder = ClassBuilder::new("pyspark.core.rdd", "PipelinedRDD", &base);
        PipelinedClass(builder.layout(Layout::Native).build())
    });
    made.0.clone()
}

/// An RDD as the program sees it.
pub(crate) fn value_of(vm: &mut Vm, rdd: Rdd) -> Value {
    let class = match (rdd.is_of_topics(), rdd.is_physical()) {
        (true, _) => kafka_rdd::kafka_rdd_class(vm),
        (_, true) => class::<RddObject>(vm),
        (_, false) => pipelined_class(vm),
    };
    let context = ActiveContext::of(vm).0.borrow().clone();
    object_of(
        &class,
        RddObject {
            rdd,
            is_cached: Cell::new(false),
            marked: Cell::new(false),
            context: RefCell::new(context.unwrap_or_default()),
        },
    )
}

/// The engine's RDD of an `RDD`.
pub(crate) fn rdd_of(value: &Value) -> Option<Rdd> {
    data::<RddObject>(value).map(|object| object.rdd.clone())
}

/// What the engine gave, its failures raised as those of an action.
pub(super) fn called<T>(vm: &mut Vm, result: brooklet_engine::Result<T>) -> Result<T> {
    result.map_err(|error| failed(vm, error, COLLECT))
}

/// A failure of the engine in a method of the JVM side.
fn failed(vm: &mut Vm, error: Error, method: &str) -> Raise {
    match error {
        Error::Raised(raise) => raise,
        error => java::raise(vm, error, method),
    }
}

/// The RDD that the engine gave.
fn made(vm: &mut Vm, result: brooklet_engine::Result<Rdd>) -> Result<Value> {
    let rdd = called(vm, result)?;
    Ok(value_of(vm, rdd))
}

/// The receiver's RDD.
fn this(vm: &mut Vm, args: &Args) -> Result<Rdd> {
    Ok(object(vm, args)?.rdd.clone())
}

/// The receiver's RDD, about to run a job.
///
/// # Errors
/// `AttributeError` once its context is stopped, for the attribute that PySpark asks of the
/// JVM side's context.
fn for_job(vm: &mut Vm, args: &Args, attribute: &str) -> Result<Rdd> {
    let object = object(vm, args)?;
    if engine_context(&object.context.borrow()).is_none() {
        let message = format!("'NoneType' object has no attribute '{attribute}'");
        return Err(vm.attribute_error(message));
    }
    Ok(object.rdd.clone())
}

/// The receiver's RDD, about to be collected.
fn collected(vm: &mut Vm, args: &Args) -> Result<Rdd> {
    for_job(vm, args, "setCallSite")
}

fn object(vm: &mut Vm, args: &Args) -> Result<Rc<RddObject>> {
    receiver::<RddObject>(vm, args, "RDD")
}

/// An argument that is another RDD; anything else lacks `attribute`.
fn other_rdd(vm: &mut Vm, argument: Value, attribute: &str) -> Result<Rdd> {
    match rdd_of(&argument) {
        Some(rdd) => Ok(rdd),
        None => Err(vm.no_attribute(&argument, &Str::new(attribute))),
    }
}

fn id(vm: &mut Vm, args: Args) -> Result<Value> {
    let id = this(vm, &args)?.id(vm);
    Ok(Value::Int(called(vm, id)? as i64))
}

fn name(vm: &mut Vm, args: Args) -> Result<Value> {
    let name = this(vm, &args)?.name(vm);
    Ok(called(vm, name)?.map_or(Value::None, Value::from))
}

fn set_name(vm: &mut Vm, args: Args) -> Result<Value> {
    let (rdd, own) = (this(vm, &args)?, args[0].clone());
    let [name] = arguments(args);
    let name = vm.str(&name)?;
    let set = rdd.set_name(vm, &name);
    called(vm, set)?;
    Ok(own)
}

fn partition_count(vm: &mut Vm, args: Args) -> Result<Value> {
    let checked = this(vm, &args)?.checked_partitions();
    called(vm, checked).map(Value::from)
}

fn debug_string(vm: &mut Vm, args: Args) -> Result<Value> {
    let lineage = this(vm, &args)?.lineage(vm);
    Ok(Value::bytes(called(vm, lineage)?))
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let description = this(vm, &args)?.description(vm);
    called(vm, description).map(Value::from)
}

fn context(vm: &mut Vm, args: Args) -> Result<Value> {
    Ok(object(vm, &args)?.context.borrow().clone())
}

fn partitioner(vm: &mut Vm, args: Args) -> Result<Value> {
    let partitioner = this(vm, &args)?.partitioner();
    Ok(match partitioner {
        Some(partitioner) => native_class::object(vm, PartitionerObject(partitioner)),
        None => Value::None,
    })
}
