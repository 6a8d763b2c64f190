//! What Spark tells of receivers: in its log, and to listeners.

use brooklet_engine::dstream::{ReceiverInfo, ReceiverNotice};
use brooklet_protocol::{Diagnostic, ProgramChange, ProgramFix, RunEvent, Severity};
use brooklet_python::{Value, Vm};

use super::listener::tell;
use crate::bridge::setting;
use crate::fix::in_its_place;
use crate::java::{JavaObject, java_object};
use crate::state::{DriverState, LogLevel, Session};

/// Takes what the receivers of a context have got until the present moment of its clock, and tells
/// what has happened to them.
pub(crate) fn receive(vm: &mut Vm, state: &DriverState, session: &Session) {
    for (at_ms, receiver, notice) in session.engine.receive(session.engine.clock_ms()) {
        log(state, session.restart_ms(), at_ms, &receiver, &notice);
        let (method, error) = match &notice {
            ReceiverNotice::Stored(_) => continue,
            ReceiverNotice::Started => ("onReceiverStarted", ("", "")),
            ReceiverNotice::Stopped => ("onReceiverStopped", ("Stopped by driver", "")),
            ReceiverNotice::Restarts { message, exception } => (
                "onReceiverStopped",
                (message.as_str(), exception.unwrap_or_default()),
            ),
            ReceiverNotice::CannotStart(exception) => (
                "onReceiverStopped",
                ("Error starting receiver", &**exception),
            ),
        };
        if session.listeners.borrow().is_empty() {
            continue;
        }
        let event = event(vm, method, &receiver, error);
        tell(vm, session, method, &event);
    }
}

fn log(
    state: &DriverState,
    delay_ms: i64,
    at_ms: i64,
    receiver: &ReceiverInfo,
    notice: &ReceiverNotice,
) {
    let stream = receiver.stream;
    let warn = |line: &str| state.log(at_ms, LogLevel::Warn, line);
    let deregistered = |why: &str| {
        let line = format!("ReceiverTracker: Deregistered receiver for stream {stream}: {why}");
        state.log(at_ms, LogLevel::Error, &line);
    };
    match notice {
        ReceiverNotice::Started => {}
        ReceiverNotice::Stored(block) => {
            warn("RandomBlockReplicationPolicy: Expecting 1 replicas with only 0 peer/s.");
            warn(&format!(
                "BlockManager: Block {block} replicated to only 0 peer(s) instead of 1 peers"
            ));
        }
        ReceiverNotice::Restarts { message, exception } => {
            let restarting = format!(
                "ReceiverSupervisorImpl: Restarting receiver with delay {delay_ms} ms: {message}"
            );
            let told = format!("Restarting receiver with delay {delay_ms}ms: {message}");
            match exception {
                Some(exception) => {
                    warn(&format!("{restarting}\n{exception}"));
                    deregistered(&format!("{told} - {exception}"));
                }
                None => {
                    warn(&restarting);
                    deregistered(&told);
                }
            }
        }
        ReceiverNotice::CannotStart(exception) => {
            deregistered(&format!("Error starting receiver {stream} - {exception}"));
        }
        ReceiverNotice::Stopped => {
            deregistered("Stopped by driver");
            warn("ReceiverSupervisorImpl: Receiver has been stopped");
        }
    }
}

/// The event that a listener's method gets.
fn event(vm: &mut Vm, method: &str, receiver: &ReceiverInfo, error: (&str, &str)) -> Value {
    let (message, exception) = error;
    let info = JavaObject {
        text: format!(
            "JavaReceiverInfo({}, {}, ...)",
            receiver.stream, receiver.name
        ),
        getters: vec![
            ("streamId", Value::Int(receiver.stream as i64)),
            ("name", Value::str(&receiver.name)),
            ("active", Value::Bool(method == "onReceiverStarted")),
            ("location", Value::str("localhost")),
            ("executorId", Value::str("driver")),
            ("lastErrorMessage", Value::str(message)),
            ("lastError", Value::str(exception)),
            ("lastErrorTime", Value::Int(-1)),
        ],
    };
    let info = java_object(vm, info);
    let event = JavaObject {
        text: method.trim_start_matches("on").to_owned(),
        getters: vec![("receiverInfo", info)],
    };
    java_object(vm, event)
}

/// Says, once a run, that the receivers hold every core, if a job waits for one.
pub(crate) fn tell_starvation(state: &DriverState, session: &Session) {
    let spark = session.engine.spark();
    if !spark.is_starved() || state.has_told_starvation.replace(true) {
        return;
    }
    let (cores, receivers) = (spark.cores(), session.engine.receiver_count());
    let count = |number: usize, what: &str| match number {
        1 => format!("1 {what}"),
        _ => format!("{number} {what}s"),
    };
    let (told_cores, told_receivers) = (count(cores, "core"), count(receivers, "receiver"));
    let wanted = receivers + 1;
    state.push(RunEvent::NoCoreLeft {
        cores: cores as u32,
        receivers: receivers as u32,
        advice: Diagnostic {
            severity: Severity::Warning,
            message: format!(
                "Waiting: {told_cores}, {told_receivers}. A receiver holds a core for as long as it \
                 runs, so none is left for the tasks of the batches: Spark waits for ever."
            ),
            hint: Some(format!(
                "Give the master a core more than there are receivers: local[{wanted}]."
            )),
            place: None,
            fix: Some(more_cores(state, session, wanted)),
        },
    });
}

/// Gives the program so many cores: where its text names the master, there.
fn more_cores(state: &DriverState, session: &Session, wanted: usize) -> ProgramFix {
    let master = setting(&session.spark, "spark.master").unwrap_or_default();
    let text = &state.source.text;
    let is_named = ['"', '\'']
        .iter()
        .any(|quote| text.contains(&format!("{quote}{master}{quote}")));
    match is_named {
        true => in_its_place(&master, &format!("local[{wanted}]")),
        false => ProgramFix {
            label: format!("Run it as local[{wanted}]"),
            change: ProgramChange::Cores {
                count: wanted as u32,
            },
        },
    }
}
