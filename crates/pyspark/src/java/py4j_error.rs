//! `Py4JJavaError`: what a failure of the JVM side is in Python.

use std::rc::Rc;

use brooklet_engine::{Error, TaskFailure, traceback_text};
use brooklet_python::native_class::data;
use brooklet_python::value::{ClassBuilder, Layout};
use brooklet_python::vm::{ExceptionKind, Types};
use brooklet_python::{Args, Class, Raise, Result, Value, Vm};

use super::captured::captured;
use super::classes;
use super::java_throwable::{self, JavaThrowable, throwable_of};
use crate::state::Reported;

pub(super) fn define(types: &Types) -> (Rc<Class>, Rc<Class>, Rc<Class>) {
    let exception = types.exception(ExceptionKind::Exception);
    let define = |name, base: &Rc<Class>| {
        ClassBuilder::new("py4j.protocol", name, base).layout(Layout::Exception)
    };
    let error = define("Py4JError", exception).build();
    let java = define("Py4JJavaError", &error)
        .methods(&[("__str__", to_string)])
        .build();
    let network = define("Py4JNetworkError", &error).build();
    (error, java, network)
}

/// `An error occurred while calling o24.start.`, the Java exception, its causes.
fn to_string(vm: &mut Vm, args: Args) -> Result<Value> {
    let Some(Value::Instance(exception)) = args.get(0) else {
        return Ok(Value::str(""));
    };
    let errmsg = match exception.attributes().get_str("errmsg") {
        Some(errmsg) => vm.str(&errmsg)?,
        None => String::new(),
    };
    let thrown = match throwable_of(exception) {
        Some(thrown) => format!("{}: {}{}", thrown.class, thrown.message, thrown.causes),
        None => String::new(),
    };
    Ok(Value::from(format!("{errmsg}: {thrown}")))
}

/// What a failure of the engine raises in Python: an exception of Python as it is, one of the JVM
/// side as the `Py4JJavaError` of the method that was called (`o24.start`).
pub(crate) fn raise(vm: &mut Vm, error: Error, called: &str) -> Raise {
    if let Error::Raised(raise) = error {
        return raise;
    }
    let error = Rc::new(error);
    java_error(vm, &error, error.clone(), called)
}

/// What Py4J itself raises.
pub(crate) fn py4j_error(vm: &mut Vm, message: &str) -> Raise {
    let class = classes(vm).py4j_error.clone();
    Raise::Exception(vm.new_exception(&class, vec![Value::str(message)]))
}

/// What a failure that the scheduler reported raises in Python.
pub(crate) fn raise_reported(vm: &mut Vm, reported: &Reported, called: &str) -> Raise {
    java_error(vm, &reported.told, reported.origin.clone(), called)
}

fn java_error(vm: &mut Vm, told: &Error, origin: Rc<Error>, called: &str) -> Raise {
    let (class, message, causes) = match told {
        Error::Raised(raise) => (
            "org.apache.spark.SparkException".to_owned(),
            format!("{raise:?}"),
            String::new(),
        ),
        Error::Java { class, message } => ((*class).to_owned(), message.clone(), String::new()),
        // What Python raised is thrown as it is; any other failure of a task is wrapped.
        Error::Job(failure) if matches!(failure.cause, TaskFailure::Java { .. }) => (
            "org.apache.spark.SparkException".to_owned(),
            failure.to_string(),
            String::new(),
        ),
        Error::Job(failure) => {
            let (class, message) = failure.cause.thrown();
            (class.to_owned(), message, String::new())
        }
        Error::NotSerializable { message, raise } => (
            "org.apache.spark.SparkException".to_owned(),
            message.clone(),
            not_serializable_cause(vm, raise),
        ),
    };
    let throwable = JavaThrowable {
        class,
        message,
        causes,
        error: origin,
    };
    let java_exception = java_throwable::value(vm, throwable);
    if let Some(thrown) = data::<JavaThrowable>(&java_exception) {
        match captured(vm, &thrown, &java_exception) {
            Ok(Some(raise)) | Err(raise) => return raise,
            Ok(None) => {}
        }
    }
    let class = classes(vm).py4j_java_error.clone();
    let errmsg = Value::from(format!("An error occurred while calling {called}.\n"));
    let exception = vm.new_exception(&class, vec![errmsg.clone(), java_exception.clone()]);
    exception.attributes().set_str("errmsg", errmsg);
    exception
        .attributes()
        .set_str("java_exception", java_exception);
    Raise::Exception(exception)
}

fn not_serializable_cause(vm: &mut Vm, raise: &Raise) -> String {
    let Raise::Exception(exception) = raise else {
        return String::new();
    };
    let traceback = traceback_text(vm, exception);
    format!(
        "\nCaused by: java.io.IOException: org.apache.spark.SparkException: \
         An exception was raised by Python: \n{traceback}"
    )
}
