//! Exceptions of the JVM side as those of `pyspark.errors` that PySpark makes of them once a
//! program has a `SparkSession` (`pyspark.errors.exceptions.captured`).

use std::cell::Cell;

use brooklet_python::{Args, Raise, Result, Value, Vm};

use super::java_throwable::JavaThrowable;

/// The module that has their classes.
pub(super) const MODULE: &str = "pyspark.errors.exceptions.captured";

/// The exceptions that are made others, by the last part of their names in the JVM.
const CAPTURED: &[&str] = &[
    "AnalysisException",
    "NumberFormatException",
    "IllegalArgumentException",
    "ArithmeticException",
    "UnsupportedOperationException",
    "ArrayIndexOutOfBoundsException",
    "PythonException",
];

/// Whether this machine's program has a `SparkSession`.
#[derive(Default)]
struct Captures(Cell<bool>);

/// `install_exception_handler()`: what making a `SparkSession` does first.
pub(super) fn install(vm: &mut Vm, _: Args) -> Result<Value> {
    vm.extension(Captures::default).0.set(true);
    Ok(Value::None)
}

/// The exception of `pyspark.errors` that is raised for one of the JVM, if any.
///
/// # Errors
/// What making it raises.
pub(super) fn captured(
    vm: &mut Vm,
    thrown: &JavaThrowable,
    java_exception: &Value,
) -> Result<Option<Raise>> {
    let simple = thrown.class.rsplit('.').next().unwrap_or_default();
    // `SparkIllegalArgumentException` is an `IllegalArgumentException` as well.
    let known = CAPTURED.iter().find(|known| simple.ends_with(*known));
    let Some(known) = known.filter(|_| vm.extension(Captures::default).0.get()) else {
        return Ok(None);
    };
    let module = vm.import(MODULE)?;
    let class = module.globals.get_str(known).unwrap_or_default();
    let args = Args::one(Value::from(description(&thrown.message)))
        .with_keyword("origin", java_exception.clone());
    Ok(match vm.call(&class, args)? {
        Value::Instance(exception) => Some(Raise::Exception(exception)),
        _ => None,
    })
}

/// What its text is: that of a task's failure begins without its error class, and with the
/// traceback on a line of its own.
fn description(message: &str) -> String {
    let told = message
        .strip_prefix("[PYTHON_EXCEPTION] ")
        .and_then(|told| told.strip_suffix(" SQLSTATE: 38000"))
        .and_then(|told| told.split_once(": "));
    match told {
        Some((what, traceback)) => format!("{what}:\n{}", traceback.trim()),
        None => message.to_owned(),
    }
}
