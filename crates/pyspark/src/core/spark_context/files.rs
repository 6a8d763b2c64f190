//! RDDs of files.

use brooklet_engine::Rdd;
use brooklet_pyspark_api::core::SPARK_CONTEXT;
use brooklet_python::value::{ClassBuilder, NativeFn};
use brooklet_python::{Args, Result, Value, Vm};

use super::this;
use crate::binding::{arguments, methods};
use crate::core::arguments::optional;
use crate::core::rdd::{called, value_of};
use crate::core::remote_path::local_path;
use crate::core::unavailable::unavailable;

/// Methods that need Hadoop, or ship files to other machines.
const ABSENT: &[(&str, NativeFn)] = methods![SPARK_CONTEXT;
    "addArchive" => |vm, _| absent(vm, "addArchive"),
    "hadoopFile" => |vm, _| absent(vm, "hadoopFile"),
    "hadoopRDD" => |vm, _| absent(vm, "hadoopRDD"),
    "newAPIHadoopFile" => |vm, _| absent(vm, "newAPIHadoopFile"),
    "newAPIHadoopRDD" => |vm, _| absent(vm, "newAPIHadoopRDD"),
];

pub(super) fn define(class: ClassBuilder) -> ClassBuilder {
    class.methods(ABSENT).methods(methods![SPARK_CONTEXT;
        "textFile" => text_file,
        "wholeTextFiles" => whole_text_files,
        "pickleFile" => pickle_file,
        "sequenceFile" => sequence_file,
        "binaryFiles" => binary_files,
        "binaryRecords" => binary_records,
    ])
}

fn absent(vm: &mut Vm, method: &str) -> Result<Value> {
    let instead = "read text with textFile or wholeTextFiles, or open the file in the driver";
    Err(unavailable(vm, &format!("SparkContext.{method}"), instead))
}

fn text_file(vm: &mut Vm, args: Args) -> Result<Value> {
    let engine = this(vm, &args)?.engine(vm)?;
    let [path, partitions, unicode] = arguments(args);
    let path = local_path(vm, "SparkContext.textFile", &path)?;
    let partitions = min_partitions(vm, partitions, engine.default_parallelism().min(2))?;
    let unicode = vm.truth(&unicode)?;
    let made = Rdd::text_file(vm, &engine, &path, partitions, unicode);
    let rdd = called(vm, made)?;
    Ok(value_of(vm, rdd))
}

fn whole_text_files(vm: &mut Vm, args: Args) -> Result<Value> {
    let engine = this(vm, &args)?.engine(vm)?;
    let [path, partitions, _] = arguments(args);
    let path = local_path(vm, "SparkContext.wholeTextFiles", &path)?;
    let partitions = min_partitions(vm, partitions, engine.default_parallelism().min(2))?;
    let made = Rdd::whole_text_files(vm, &engine, &path, partitions);
    let rdd = called(vm, made)?;
    Ok(value_of(vm, rdd))
}

fn pickle_file(vm: &mut Vm, args: Args) -> Result<Value> {
    let engine = this(vm, &args)?.engine(vm)?;
    let [path, _] = arguments(args);
    let path = local_path(vm, "SparkContext.pickleFile", &path)?;
    let rdd = Rdd::pickle_file(vm, &engine, &path);
    Ok(value_of(vm, rdd))
}

/// The pairs that `saveAsSequenceFile` has written.
fn sequence_file(vm: &mut Vm, args: Args) -> Result<Value> {
    let engine = this(vm, &args)?.engine(vm)?;
    let [path, _, _, _, _, _, _] = arguments(args);
    let path = local_path(vm, "SparkContext.sequenceFile", &path)?;
    let rdd = Rdd::pickle_file(vm, &engine, &path);
    Ok(value_of(vm, rdd))
}

fn binary_files(vm: &mut Vm, args: Args) -> Result<Value> {
    let engine = this(vm, &args)?.engine(vm)?;
    let [path, partitions] = arguments(args);
    let path = local_path(vm, "SparkContext.binaryFiles", &path)?;
    let partitions = min_partitions(vm, partitions, engine.default_parallelism().min(2))?;
    let made = Rdd::binary_files(vm, &engine, &path, partitions);
    let rdd = called(vm, made)?;
    Ok(value_of(vm, rdd))
}

fn binary_records(vm: &mut Vm, args: Args) -> Result<Value> {
    let engine = this(vm, &args)?.engine(vm)?;
    let [path, length] = arguments(args);
    let path = local_path(vm, "SparkContext.binaryRecords", &path)?;
    let length = vm.to_i64(&length)?;
    let Some(length) = usize::try_from(length).ok().filter(|length| *length > 0) else {
        let message = format!("recordLength must be positive, not {length}");
        return Err(vm.value_error(message));
    };
    let made = Rdd::binary_records(vm, &engine, &path, length);
    let rdd = called(vm, made)?;
    Ok(value_of(vm, rdd))
}

fn min_partitions(vm: &mut Vm, given: Value, default: usize) -> Result<usize> {
    match optional(given) {
        Some(given) => Ok(usize::try_from(vm.to_i64(&given)?).unwrap_or(1).max(1)),
        None => Ok(default),
    }
}
