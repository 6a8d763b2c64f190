//! `StreamingListener`: methods of the program that are told how batches go.

use std::rc::Rc;

use brooklet_pyspark_api::streaming::{STREAMING_CONTEXT, STREAMING_LISTENER};
use brooklet_python::value::{ClassBuilder, NativeFn};
use brooklet_python::vm::{Stream, Types};
use brooklet_python::{Args, Class, Raise, Result, Value, Vm};

use super::BatchProgress;
use super::streaming_context::session_of;
use crate::binding::{arguments, methods};
use crate::java::{JavaObject, java_object};
use crate::state::Session;

pub(super) const CONTEXT_METHODS: &[(&str, NativeFn)] = methods![STREAMING_CONTEXT;
    "addStreamingListener" => add_streaming_listener,
];

/// The methods of a listener; a program overrides those that it wants.
const METHODS: &[(&str, NativeFn)] = methods![STREAMING_LISTENER;
    "onStreamingStarted" => ignore,
    "onReceiverStarted" => ignore,
    "onReceiverError" => ignore,
    "onReceiverStopped" => ignore,
    "onBatchSubmitted" => ignore,
    "onBatchStarted" => ignore,
    "onBatchCompleted" => ignore,
    "onOutputOperationStarted" => ignore,
    "onOutputOperationCompleted" => ignore,
];

pub(super) fn define(types: &Types) -> Rc<Class> {
    ClassBuilder::new(
        "pyspark.streaming.listener",
        "StreamingListener",
        &types.object,
    )
    .methods(METHODS)
    .build()
}

fn ignore(_: &mut Vm, _: Args) -> Result<Value> {
    Ok(Value::None)
}

fn add_streaming_listener(vm: &mut Vm, args: Args) -> Result<Value> {
    let session = session_of(vm, &args)?;
    let [listener] = arguments(args);
    session.listeners.borrow_mut().push(listener);
    Ok(Value::None)
}

/// Tells the program's listeners that the context has started.
pub(super) fn tell_started(vm: &mut Vm, session: &Session) {
    let time = Value::Int(session.engine.clock_ms());
    let event = JavaObject {
        text: "StreamingStarted".to_owned(),
        getters: vec![("time", time)],
    };
    let event = java_object(vm, event);
    tell(vm, session, "onStreamingStarted", &event);
}

/// Tells the program's listeners how far a batch is.
pub(crate) fn tell_listeners(
    vm: &mut Vm,
    session: &Session,
    method: &str,
    progress: &BatchProgress,
) {
    if session.listeners.borrow().is_empty() {
        return;
    }
    if let Ok(event) = progress.event(vm, method) {
        tell(vm, session, method, &event);
    }
}

/// What a listener raises is printed and does not disturb the stream.
pub(super) fn tell(vm: &mut Vm, session: &Session, method: &str, event: &Value) {
    let listeners = session.listeners.borrow().clone();
    for listener in listeners {
        let told = vm.call_method(&listener, method, Args::one(event.clone()));
        if let Err(Raise::Exception(exception)) = told {
            let text = vm.format_exception(&exception);
            vm.host.clone().write(Stream::Error, &text);
        }
    }
}
