//! The modules that a program imports from Spark. Each is entered in `MODULES` of its part.

use std::rc::Rc;

use brooklet_python::value::Module;
use brooklet_python::vm::ExceptionKind;
use brooklet_python::{Class, Library, Raise, Result, Value, Vm};

use crate::{core, errors, java, mllib, sql, streaming};

/// Spark's modules, NumPy's and matplotlib's, and the standard library below them.
pub(crate) static LIBRARY: Library = Library {
    base: Some(&brooklet_python_stdlib::LIBRARY),
    modules: &[
        brooklet_numpy::MODULES,
        brooklet_matplotlib::MODULES,
        core::MODULES,
        streaming::MODULES,
        mllib::MODULES,
        errors::MODULES,
        java::MODULES,
        sql::MODULES,
    ],
    builtins: &[],
    missing: absent,
};

/// Packages that Spark has or had and Brooklet has not: the first part that names them, and what
/// to do instead.
const ABSENT: &[(&str, &str)] = &[
    (
        "pyspark.streaming.kinesis",
        "Kinesis needs a cluster; feed the stream with StreamingContext.queueStream or socketTextStream",
    ),
    (
        "pyspark.streaming.flume",
        "Flume needs a cluster (and is gone since Spark 3.0); \
         feed the stream with StreamingContext.queueStream or socketTextStream",
    ),
    ("pyspark.streaming.mqtt", GONE),
    ("pyspark.streaming.zeromq", GONE),
    ("pyspark.streaming.twitter", GONE),
    (
        "pyspark.sql",
        "Brooklet runs DStreams, not DataFrames yet; use a SparkContext and RDD methods",
    ),
    (
        "pyspark.pandas",
        "Brooklet runs DStreams, not DataFrames; use a SparkContext and RDD methods",
    ),
    (
        "pyspark.ml",
        "use pyspark.mllib, whose streaming models work on DStreams",
    ),
    ("pyspark.mllib.recommendation", NO_STREAM),
    ("pyspark.mllib.tree", NO_STREAM),
    ("pyspark.mllib.fpm", NO_STREAM),
    (
        "pyspark.mllib.evaluation",
        "compute the measure from pairs of prediction and label, with map and mean",
    ),
];

const GONE: &str = "it is gone since Spark 2.0; read its messages as lines with \
                    StreamingContext.socketTextStream, and give them as a feed";

const NO_STREAM: &str = "this model does not learn from a stream; StreamingLinearRegressionWithSGD, \
                         StreamingLogisticRegressionWithSGD and StreamingKMeans do";

fn absent(vm: &mut Vm, name: &str) -> Option<Raise> {
    let (_, instead) = ABSENT.iter().find(|(absent, _)| {
        name.strip_prefix(absent)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })?;
    let message = format!("No module named '{name}' in Brooklet: {instead}");
    Some(vm.error(ExceptionKind::ModuleNotFoundError, message))
}

/// Defines classes in a module, under their names.
pub(crate) fn add(module: &Module, classes: &[Rc<Class>]) -> Result<()> {
    for class in classes {
        module.set(class.name.as_str(), Value::Class(class.clone()));
    }
    Ok(())
}
