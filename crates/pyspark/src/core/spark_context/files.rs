//! RDDs of files.

use brooklet_engine::Rdd;
use brooklet_python::value::{ClassBuilder, NativeFn};
use brooklet_python::{Args, Result, Value, Vm};

use super::this;
use crate::core::arguments::{flag, given, optional};
use crate::core::rdd::{called, value_of};
use crate::core::unavailable::unavailable;
use brooklet_python::modules::signature::bind;

/// Methods that need Hadoop, or ship files to other machines.
const ABSENT: &[(&str, NativeFn)] = &[
    ("addFile", |vm, _| absent(vm, "addFile")),
    ("addPyFile", |vm, _| absent(vm, "addPyFile")),
    ("addArchive", |vm, _| absent(vm, "addArchive")),
    ("hadoopFile", |vm, _| absent(vm, "hadoopFile")),
    ("hadoopRDD", |vm, _| absent(vm, "hadoopRDD")),
    ("newAPIHadoopFile", |vm, _| absent(vm, "newAPIHadoopFile")),
    ("newAPIHadoopRDD", |vm, _| absent(vm, "newAPIHadoopRDD")),
    ("sequenceFile", |vm, _| absent(vm, "sequenceFile")),
    ("binaryFiles", |vm, _| absent(vm, "binaryFiles")),
    ("binaryRecords", |vm, _| absent(vm, "binaryRecords")),
];

pub(super) fn define(class: ClassBuilder) -> ClassBuilder {
    class.methods(ABSENT).methods(&[
        ("textFile", text_file),
        ("wholeTextFiles", whole_text_files),
        ("pickleFile", pickle_file),
    ])
}

fn absent(vm: &mut Vm, method: &str) -> Result<Value> {
    let instead = "read text with textFile or wholeTextFiles, or open the file in the driver";
    Err(unavailable(vm, &format!("SparkContext.{method}"), instead))
}

fn text_file(vm: &mut Vm, args: Args) -> Result<Value> {
    let engine = this(vm, &args)?.engine(vm)?;
    let names = ["name", "minPartitions", "use_unicode"];
    let [path, partitions, unicode] = bind(vm, args, "SparkContext.textFile", 1, names, 1)?;
    let path = vm.str(&given(path))?;
    let partitions = min_partitions(vm, partitions, engine.default_parallelism().min(2))?;
    let unicode = flag(vm, unicode, true)?;
    let made = Rdd::text_file(vm, &engine, &path, partitions, unicode);
    let rdd = called(vm, made)?;
    Ok(value_of(vm, rdd))
}

fn whole_text_files(vm: &mut Vm, args: Args) -> Result<Value> {
    let engine = this(vm, &args)?.engine(vm)?;
    let names = ["path", "minPartitions", "use_unicode"];
    let [path, partitions, _] = bind(vm, args, "SparkContext.wholeTextFiles", 1, names, 1)?;
    let path = vm.str(&given(path))?;
    let partitions = min_partitions(vm, partitions, engine.default_parallelism().min(2))?;
    let made = Rdd::whole_text_files(vm, &engine, &path, partitions);
    let rdd = called(vm, made)?;
    Ok(value_of(vm, rdd))
}

fn pickle_file(vm: &mut Vm, args: Args) -> Result<Value> {
    let engine = this(vm, &args)?.engine(vm)?;
    let names = ["name", "minPartitions"];
    let [path, _] = bind(vm, args, "SparkContext.pickleFile", 1, names, 1)?;
    let path = vm.str(&given(path))?;
    let rdd = Rdd::pickle_file(vm, &engine, &path);
    Ok(value_of(vm, rdd))
}

fn min_partitions(vm: &mut Vm, given: Option<Value>, default: usize) -> Result<usize> {
    match optional(given) {
        Some(given) => Ok(usize::try_from(vm.to_i64(&given)?).unwrap_or(1).max(1)),
        None => Ok(default),
    }
}
