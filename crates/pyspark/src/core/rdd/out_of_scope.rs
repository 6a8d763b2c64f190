//! Methods that need Hadoop, a cluster, another process or DataFrames.

use brooklet_pyspark_api::core::RDD;
use brooklet_python::value::NativeFn;
use brooklet_python::{Result, Value, Vm};

use crate::binding::methods;
use crate::core::unavailable::unavailable;
use crate::errors::error;

pub(super) const METHODS: &[(&str, NativeFn)] = methods![RDD;
    "pipe" => |vm, _| {
        absent(
            vm,
            "pipe",
            "a page cannot start another process; use map or mapPartitions",
        )
    },
    "withResources" => |vm, _| {
        absent(vm, "withResources", "there is one machine; leave it out")
    },
    "getResourceProfile" => |_, _| Ok(Value::None),
    "saveAsHadoopDataset" => |vm, _| {
        hadoop(vm, "saveAsHadoopDataset")
    },
    "saveAsHadoopFile" => |vm, _| hadoop(vm, "saveAsHadoopFile"),
    "saveAsNewAPIHadoopDataset" => |vm, _| {
        hadoop(vm, "saveAsNewAPIHadoopDataset")
    },
    "saveAsNewAPIHadoopFile" => |vm, _| {
        hadoop(vm, "saveAsNewAPIHadoopFile")
    },
    // A `SparkSession` puts its own in the place of this one.
    "toDF" => |vm, _| {
        let message = "[CALL_BEFORE_INITIALIZE] Not supported to call `RDD.toDF` before initializing SparkSession.";
        Err(error(vm, "PySparkRuntimeError", message))
    },
];

fn absent(vm: &mut Vm, method: &str, instead: &str) -> Result<Value> {
    Err(unavailable(vm, &format!("RDD.{method}"), instead))
}

fn hadoop(vm: &mut Vm, method: &str) -> Result<Value> {
    absent(vm, method, "it needs Hadoop; use saveAsTextFile")
}
