//! Making a `StreamingContext`, or getting the one that is active.

use std::rc::Rc;

use brooklet_engine::Error;
use brooklet_engine::dstream::{StreamingContext, has_graph_checkpoint};
use brooklet_pyspark_api::streaming::STREAMING_CONTEXT;
use brooklet_python::value::{NativeFn, Payload, Special};
use brooklet_python::vm::{ExceptionKind, Stream};
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::arguments::milliseconds;
use super::classes;
use super::streaming_context::ContextData;
use crate::binding::{arguments, methods};
use crate::bridge::{engine_context, is_stopped, running_context, setting};
use crate::core::arguments::optional;
use crate::errors;
use crate::java;
use crate::state::{DriverState, LogLevel, Session};

pub(super) const CLASS_METHODS: &[(&str, NativeFn)] = methods![STREAMING_CONTEXT;
    "getActive" => get_active,
    "getOrCreate" => get_or_create,
    "getActiveOrCreate" => get_active_or_create,
];

/// What messages call the constructor of the JVM side's context.
const CONSTRUCTOR: &str = "None.org.apache.spark.streaming.api.java.JavaStreamingContext";

pub(super) fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [spark, duration, _] = arguments(args);
    if is_stopped(&spark) {
        let failure = Error::Java {
            class: "java.lang.NullPointerException",
            message: "Cannot invoke \"org.apache.spark.SparkConf.get(org.apache.spark.internal.\
                      config.ConfigEntry)\" because \"config\" is null"
                .to_owned(),
        };
        return Err(java::raise(vm, failure, CONSTRUCTOR));
    }
    let Some(context) = engine_context(&spark) else {
        let name = vm.type_name(&spark);
        return Err(vm.attribute_error(format!("'{name}' object has no attribute '_jvm'")));
    };
    let Some(state) = DriverState::of(vm) else {
        return Err(errors::context_on_worker(vm));
    };
    let Some(duration) = optional(duration) else {
        return Err(vm.error_with(ExceptionKind::AssertionError, Vec::new()));
    };
    let batch_ms = milliseconds(vm, &duration)?;
    let engine = StreamingContext::new(&context, state.options.files.clone(), batch_ms);
    let session = Session::new(engine, spark);
    state.add_session(&session);
    warn_of_one_core(&state, &session);
    let data = Rc::new(ContextData { session });
    Ok(Value::Instance(class.instance(Payload::Native(data))))
}

/// What Spark says at each context whose only core a receiver would take.
fn warn_of_one_core(state: &DriverState, session: &Session) {
    let master = setting(&session.spark, "spark.master").unwrap_or_default();
    if matches!(master.as_str(), "local" | "local[1]") {
        state.log(
            session.engine.clock_ms(),
            LogLevel::Warn,
            "StreamingContext: spark.master should be set as local[n], n > 1 in local mode if you \
             have receivers to get data, otherwise Spark jobs will not get resources to process the \
             received data.",
        );
    }
}

/// `getActive()`: the context that is started and not stopped, or `None`.
fn get_active(vm: &mut Vm, _: Args) -> Result<Value> {
    Ok(active(vm).unwrap_or_default())
}

fn active(vm: &mut Vm) -> Option<Value> {
    let session = DriverState::of(vm)?.active_session()?;
    let object = session.active_object.borrow();
    object.clone()
}

/// `getOrCreate(checkpointPath, setupFunc)`: a context from the checkpoint in a folder, or else
/// what the set-up function makes. Nothing outlives the program: the checkpoint is one that a
/// context of this run has written.
fn get_or_create(vm: &mut Vm, args: Args) -> Result<Value> {
    let [path, setup] = arguments(args);
    create(vm, path, &setup)
}

fn create(vm: &mut Vm, path: Value, setup: &Value) -> Result<Value> {
    if let Some(folder) = path.as_str()
        && let Some(recovered) = recover(vm, folder)?
    {
        return Ok(recovered);
    }
    let context = vm.call(setup, Args::none())?;
    vm.call_method(&context, "checkpoint", Args::one(path))?;
    Ok(context)
}

/// The context that the newest checkpoint in a folder describes, if there is one.
fn recover(vm: &mut Vm, folder: &str) -> Result<Option<Value>> {
    let Some(state) = DriverState::of(vm) else {
        return Ok(None);
    };
    let Some(session) = state.checkpointed_session(folder) else {
        return Ok(None);
    };
    if !has_graph_checkpoint(&*state.options.files, folder) {
        return Ok(None);
    }
    let keeps_blocks = !is_stopped(&session.spark);
    let spark = running_context(vm, &session.spark);
    let recovered = match session.recovered(vm, spark, keeps_blocks) {
        Ok(recovered) => recovered,
        Err(error) => {
            let told = "failed to load StreamingContext from checkpoint\n";
            vm.host.clone().write(Stream::Error, told);
            let called = format!("{JAVA_HELPER}.tryRecoverFromCheckpoint");
            return Err(java::raise(vm, error, &called));
        }
    };
    state.add_session(&recovered);
    warn_of_one_core(&state, &recovered);
    let class = classes(vm).streaming_context.clone();
    let data = Rc::new(ContextData { session: recovered });
    Ok(Some(Value::Instance(class.instance(Payload::Native(data)))))
}

/// What messages call the Java object that reads checkpoints.
const JAVA_HELPER: &str = "o24";

fn get_active_or_create(vm: &mut Vm, args: Args) -> Result<Value> {
    let [path, setup] = arguments(args);
    if !is_callable(vm, &setup) {
        return Err(vm.type_error("setupFunc should be callable."));
    }
    match (active(vm), optional(path)) {
        (Some(active), _) => Ok(active),
        (None, Some(path)) => create(vm, path, &setup),
        (None, None) => vm.call(&setup, Args::none()),
    }
}

fn is_callable(vm: &mut Vm, value: &Value) -> bool {
    match value {
        Value::Function(_) | Value::Native(_) | Value::Method(_) | Value::Class(_) => true,
        Value::Instance(_) => vm.special_method(value, Special::Call).is_some(),
        _ => false,
    }
}
