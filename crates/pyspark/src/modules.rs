//! The modules that a program imports from Spark, by their dotted names.

use std::rc::Rc;

use brooklet_python::value::Module;
use brooklet_python::vm::ExceptionKind;
use brooklet_python::{Class, Result, Value, Vm};

use crate::{core, errors, java, mllib, streaming};

/// What makes modules of a family, `None` for names of other families.
type Make = fn(&mut Vm, &str) -> Option<Result<Rc<Module>>>;

const FAMILIES: &[Make] = &[
    core::make,
    streaming::make,
    mllib::make,
    errors::make,
    java::make,
];

/// Packages that Spark has or had and Brooklet has not: the first part that names them, and what
/// to do instead.
const ABSENT: &[(&str, &str)] = &[
    (
        "pyspark.streaming.kafka",
        "Kafka needs a cluster (and PySpark has no DStream API for it since 3.0); \
         feed the stream with StreamingContext.queueStream or textFileStream",
    ),
    (
        "pyspark.streaming.kinesis",
        "Kinesis needs a cluster; feed the stream with StreamingContext.queueStream or textFileStream",
    ),
    (
        "pyspark.streaming.flume",
        "Flume needs a cluster (and is gone since Spark 3.0); \
         feed the stream with StreamingContext.queueStream or textFileStream",
    ),
    (
        "pyspark.sql",
        "Brooklet runs DStreams, not DataFrames; use a SparkContext and RDD methods",
    ),
    (
        "pyspark.pandas",
        "Brooklet runs DStreams, not DataFrames; use a SparkContext and RDD methods",
    ),
    (
        "pyspark.ml",
        "use pyspark.mllib, whose streaming models work on DStreams",
    ),
];

/// Makes a module by its dotted name; `None` if Spark has no such module.
pub(crate) fn make(vm: &mut Vm, name: &str) -> Option<Result<Rc<Module>>> {
    if let Some(made) = FAMILIES.iter().find_map(|make| make(vm, name)) {
        return Some(made);
    }
    let (absent, instead) = ABSENT.iter().find(|(absent, _)| {
        name.strip_prefix(absent)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })?;
    let message = format!("No module named '{absent}' in Brooklet: {instead}");
    Some(Err(vm.error(ExceptionKind::ModuleNotFoundError, message)))
}

/// A module that holds these classes.
pub(crate) fn of_classes(name: &str, classes: &[&Rc<Class>]) -> Rc<Module> {
    let module = Module::new(name);
    for class in classes {
        module.set(class.name.as_str(), Value::Class((*class).clone()));
    }
    Rc::new(module)
}
