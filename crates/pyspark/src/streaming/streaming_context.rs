//! The class `StreamingContext`.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_pyspark_api::streaming::STREAMING_CONTEXT;
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{ClassBuilder, Layout, NativeData};
use brooklet_python::vm::Types;
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::{creation, inputs, lifecycle, listener, settings, together};
use crate::binding::{constructor, properties};
use crate::errors;
use crate::state::Session;

/// What a `StreamingContext` holds.
pub(crate) struct ContextData {
    pub(crate) session: Rc<Session>,
}

impl NativeData for ContextData {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        Err(errors::context_on_worker(vm))
    }
}

pub(super) fn define(types: &Types) -> Rc<Class> {
    ClassBuilder::new(
        "pyspark.streaming.context",
        "StreamingContext",
        &types.object,
    )
    .layout(Layout::Native)
    .constructor(constructor![STREAMING_CONTEXT => creation::new])
    .methods(inputs::METHODS)
    .methods(together::METHODS)
    .methods(settings::METHODS)
    .methods(lifecycle::METHODS)
    .methods(listener::CONTEXT_METHODS)
    .class_methods(creation::CLASS_METHODS)
    .properties(properties![STREAMING_CONTEXT;
        "sparkContext" => spark_context,
    ])
    .properties(&[("_sc", spark_context)])
    .build()
}

fn spark_context(vm: &mut Vm, args: Args) -> Result<Value> {
    Ok(session_of(vm, &args)?.spark.clone())
}

/// The session of the `StreamingContext` that a method was called on.
///
/// # Errors
/// `TypeError` for another receiver.
pub(super) fn session_of(vm: &mut Vm, args: &Args) -> Result<Rc<Session>> {
    let receiver = args.get(0).cloned().unwrap_or_default();
    session_of_value(vm, &receiver)
}

/// The session of a `StreamingContext`.
///
/// # Errors
/// `TypeError` for anything else.
pub(super) fn session_of_value(vm: &mut Vm, context: &Value) -> Result<Rc<Session>> {
    let data = match context {
        Value::Instance(instance) => instance.native::<ContextData>(),
        _ => None,
    };
    match data {
        Some(data) => Ok(data.session.clone()),
        None => Err(vm.type_error("a StreamingContext is required")),
    }
}
