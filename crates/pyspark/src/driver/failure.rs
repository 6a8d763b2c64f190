//! Failures: as Spark tells them, and as the page shows them.

use std::rc::Rc;

use brooklet_engine::{Error, TaskFailure, traceback_text};
use brooklet_protocol::{Failure, Place};
use brooklet_python::value::{Instance, Payload};
use brooklet_python::{Raise, Value, Vm};
use brooklet_python_stdlib::io::line_left_at;

use crate::fix::fix_of;
use crate::java::throwable_of;
use crate::pitfalls;
use crate::state::{DriverState, place};

/// A failure as Spark's scheduler reports it: an exception of Python is quoted with its traceback.
pub(crate) fn raised_by_python(vm: &mut Vm, error: &Error) -> Error {
    let spark = |message| Error::Java {
        class: "org.apache.spark.SparkException",
        message,
    };
    match error {
        Error::Raised(Raise::Exception(exception)) => {
            let traceback = traceback_text(vm, exception);
            spark(format!("An exception was raised by Python:\n{traceback}"))
        }
        Error::Java { class, message } => Error::Java {
            class,
            message: message.clone(),
        },
        Error::Job(failure) => Error::Job(failure.clone()),
        Error::Raised(_) => spark("the program was given up".to_owned()),
        Error::NotSerializable { message, .. } => spark(message.clone()),
    }
}

/// A failure as the page shows it: the Python exception behind it, its place in the program, and
/// what to do about it.
pub(crate) fn report(vm: &mut Vm, state: &DriverState, error: &Error) -> Failure {
    let mut failure = match error {
        Error::Raised(Raise::Exception(exception)) => of_exception(vm, state, exception),
        Error::Raised(_) => Failure {
            title: "Stopped".to_owned(),
            message: "the program was given up".to_owned(),
            ..empty()
        },
        Error::Job(failure) => of_task(state, &failure.cause),
        Error::Java { class, message } => Failure {
            title: (*class).to_owned(),
            message: message.clone(),
            ..empty()
        },
        Error::NotSerializable { message, raise } => {
            let cause = report(vm, state, &Error::Raised(raise.clone()));
            Failure {
                message: format!("{message}: {}", cause.message),
                ..cause
            }
        }
    };
    if failure.why.is_none()
        && let Some(pitfall) = pitfalls::find(&failure)
    {
        failure.why = Some(pitfall.why.to_owned());
        failure.mend = Some(pitfall.mend.to_owned());
    }
    failure
}

/// A failure that ended the program. Where a line of a file was not as expected, it says which one.
pub(super) fn report_end(vm: &mut Vm, state: &DriverState, error: &Error) -> Failure {
    let mut failure = report(vm, state, error);
    if failure.why.is_none()
        && matches!(failure.title.as_str(), "ValueError" | "IndexError")
        && let Some((file, line)) = line_left_at(vm)
    {
        failure.why = Some(format!("The program was at line {line} of {file}."));
        let mend = "Correct that line of the file, or have the program pass over such lines.";
        failure.mend = Some(mend.to_owned());
    }
    failure
}

fn empty() -> Failure {
    Failure {
        title: String::new(),
        message: String::new(),
        traceback: String::new(),
        place: None,
        why: None,
        mend: None,
        fix: None,
    }
}

fn of_exception(vm: &mut Vm, state: &DriverState, exception: &Rc<Instance>) -> Failure {
    let own_place = place_in_program(state, exception);
    let fix = fix_of(vm, exception);
    if let Some(thrown) = throwable_of(exception) {
        let error = thrown.error.clone();
        let inner = report(vm, state, &error);
        return Failure {
            traceback: match inner.traceback.is_empty() {
                true => vm.format_exception(exception),
                false => inner.traceback,
            },
            place: inner.place.or(own_place),
            fix: inner.fix.or(fix),
            ..inner
        };
    }
    let message = vm.str(&Value::Instance(exception.clone()));
    Failure {
        title: exception.class.qualname.to_string(),
        message: message.unwrap_or_default(),
        traceback: vm.format_exception(exception),
        place: own_place,
        fix,
        ..empty()
    }
}

fn of_task(state: &DriverState, cause: &TaskFailure) -> Failure {
    match cause {
        TaskFailure::Python {
            class,
            message,
            traceback,
            calls,
        } => Failure {
            title: class.clone(),
            message: message.clone(),
            traceback: traceback.clone(),
            place: calls
                .iter()
                .rev()
                .find(|call| *call.file == *state.file_name)
                .map(|call| place(&state.source, call.span)),
            ..empty()
        },
        TaskFailure::Java { class, message } => Failure {
            title: (*class).to_owned(),
            message: message.clone(),
            ..empty()
        },
        TaskFailure::UnequalChunks { .. } => Failure {
            title: "ValueError".to_owned(),
            message: cause.to_string(),
            ..empty()
        },
    }
}

/// The innermost place in the program's own text that an exception went through.
fn place_in_program(state: &DriverState, exception: &Instance) -> Option<Place> {
    match &*exception.payload() {
        Payload::Exception(raised) => raised
            .traceback
            .iter()
            .find(|entry| *entry.file == *state.file_name)
            .map(|entry| place(&state.source, entry.span)),
        _ => None,
    }
}
