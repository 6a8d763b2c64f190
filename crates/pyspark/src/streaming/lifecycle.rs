//! `start`, `stop`, `awaitTermination`: the life of a `StreamingContext`.

use std::cell::RefCell;
use std::rc::Rc;

use brooklet_engine::Error;
use brooklet_engine::dstream::{BatchTime, State};
use brooklet_engine::feeds::BatchGrid;
use brooklet_protocol::{OutputInfo, RunEvent, StreamInfo};
use brooklet_pyspark_api::streaming::STREAMING_CONTEXT;
use brooklet_python::value::NativeFn;
use brooklet_python::vm::Suspension;
use brooklet_python::{Args, Raise, Result, Value, Vm};

use super::arguments::milliseconds;
use super::listener::tell_started;
use super::receive;
use super::streaming_context::session_of;
use crate::binding::{arguments, methods};
use crate::core::arguments::optional;
use crate::java;
use crate::state::{DriverState, Session, StreamingSuspension, place, receiver_settings};

pub(super) const METHODS: &[(&str, NativeFn)] = methods![STREAMING_CONTEXT;
    "start" => start,
    "stop" => stop,
    "awaitTermination" => await_termination,
    "awaitTerminationOrTimeout" => await_termination_or_timeout,
];

/// What messages call the Java object behind a `StreamingContext`.
pub(super) const JAVA_CONTEXT: &str = "o24";

fn illegal_state(message: impl Into<String>) -> Error {
    Error::Java {
        class: "java.lang.IllegalStateException",
        message: message.into(),
    }
}

fn start(vm: &mut Vm, args: Args) -> Result<Value> {
    let session = session_of(vm, &args)?;
    let Some(state) = DriverState::of(vm) else {
        return Ok(Value::None);
    };
    state.catch_up(&session);
    let started = match session.engine.state() {
        State::Active => return Ok(Value::None),
        State::Stopped => Err(illegal_state("StreamingContext has already been stopped")),
        State::Initialized if state.active_session().is_some() => Err(illegal_state(
            "Only one StreamingContext may be started in this JVM. \
             Currently running StreamingContext was started at\
             org.apache.spark.streaming.api.java.JavaStreamingContext.start",
        )),
        State::Initialized => session.engine.start(vm),
    };
    if let Err(error) = started {
        return Err(start_failed(vm, error));
    }
    *session.active_object.borrow_mut() = args.get(0).cloned();
    let zero = session.engine.zero_time().unwrap_or(BatchTime(0));
    state.note_start(zero, session.engine.batch_ms());
    state.feeds.set_batches(BatchGrid {
        zero_ms: zero.millis(),
        batch_ms: session.engine.batch_ms(),
        block_ms: receiver_settings(&session).block_ms,
    });
    state.push(RunEvent::Graph {
        streams: streams(&state, &session),
        outputs: outputs(&state, &session),
    });
    tell_started(vm, &session);
    let replays = session.engine.take_replays();
    match replays.is_empty() {
        true => Ok(Value::None),
        false => {
            let times = RefCell::new(replays.into());
            let suspension = StreamingSuspension::Replay { session, times };
            Err(Raise::Suspend(Suspension::Host(Rc::new(suspension))))
        }
    }
}

/// What `start()` raises.
pub(crate) fn start_failed(vm: &mut Vm, error: Error) -> Raise {
    java::raise(vm, error, &format!("{JAVA_CONTEXT}.start"))
}

fn streams(state: &DriverState, session: &Session) -> Vec<StreamInfo> {
    let graph = session.graph.borrow();
    (0..)
        .zip(graph.iter())
        .map(|(id, defined)| defined.info(state, id))
        .collect()
}

fn outputs(state: &DriverState, session: &Session) -> Vec<OutputInfo> {
    let info = |output: Rc<brooklet_engine::dstream::Output>| {
        let place = output.site.span.map(|span| place(&state.source, span));
        let operator = output.site.operator;
        OutputInfo {
            id: output.id,
            stream: output.site.stream,
            operator: operator.to_owned(),
            label: match &place {
                Some(place) => format!("{operator}, line {}", place.line),
                None => operator.to_owned(),
            },
            place,
        }
    };
    session.engine.outputs().into_iter().map(info).collect()
}

fn stop(vm: &mut Vm, args: Args) -> Result<Value> {
    let session = session_of(vm, &args)?;
    let [stop_spark, gracefully] = arguments(args);
    let stop_spark = vm.truth(&stop_spark)?;
    let gracefully = vm.truth(&gracefully)?;
    let Some(state) = DriverState::of(vm) else {
        return Ok(Value::None);
    };
    if gracefully && session.is_active() && state.batch.get().is_none() {
        state.catch_up(&session);
        receive(vm, &state, &session);
        session.engine.stop_receivers();
        receive(vm, &state, &session);
        return Err(Raise::Suspend(Suspension::Host(Rc::new(
            StreamingSuspension::GracefulStop {
                session,
                stop_spark,
            },
        ))));
    }
    finish_stop(vm, &state, &session, stop_spark)
}

/// Stops a context, now that no batch runs any more.
///
/// # Errors
/// What stopping the `SparkContext` raises.
pub(crate) fn finish_stop(
    vm: &mut Vm,
    state: &DriverState,
    session: &Session,
    stop_spark: bool,
) -> Result<Value> {
    session.checkpoint_functions(vm);
    session.stop();
    receive(vm, state, session);
    if stop_spark {
        vm.call_method(&session.spark, "stop", Args::none())?;
    }
    Ok(Value::None)
}

fn await_termination(vm: &mut Vm, args: Args) -> Result<Value> {
    let session = session_of(vm, &args)?;
    let [timeout] = arguments(args);
    let timeout_ms = match optional(timeout) {
        Some(timeout) => Some(milliseconds(vm, &timeout)?),
        None => None,
    };
    Err(Raise::Suspend(Suspension::Host(Rc::new(
        StreamingSuspension::Termination {
            session,
            timeout_ms,
            tells: false,
        },
    ))))
}

fn await_termination_or_timeout(vm: &mut Vm, args: Args) -> Result<Value> {
    let session = session_of(vm, &args)?;
    let [timeout] = arguments(args);
    let timeout_ms = Some(milliseconds(vm, &timeout)?);
    Err(Raise::Suspend(Suspension::Host(Rc::new(
        StreamingSuspension::Termination {
            session,
            timeout_ms,
            tells: true,
        },
    ))))
}

/// What waiting for the end of a context gives: the failure that was reported last, or whether the
/// context has stopped.
///
/// # Errors
/// `Py4JJavaError` for the failure.
pub(crate) fn termination(
    vm: &mut Vm,
    session: &Session,
    tells: bool,
    failed: bool,
) -> Result<Value> {
    let method = match tells {
        true => "awaitTerminationOrTimeout",
        false => "awaitTermination",
    };
    match session.failure() {
        Some(reported) if failed || tells => {
            let called = format!("{JAVA_CONTEXT}.{method}");
            Err(java::raise_reported(vm, &reported, &called))
        }
        _ if tells => Ok(Value::Bool(session.engine.state() == State::Stopped)),
        _ => Ok(Value::None),
    }
}
