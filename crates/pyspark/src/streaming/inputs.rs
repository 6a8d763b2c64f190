//! `queueStream`, `textFileStream` and the other inputs of a `StreamingContext`.

use brooklet_engine::Rdd;
use brooklet_pyspark_api::streaming::STREAMING_CONTEXT;
use brooklet_python::value::NativeFn;
use brooklet_python::vm::ExceptionKind;
use brooklet_python::{Args, Result, Value, Vm};

use super::dstream::{Definition, define_stream, raised};
use super::streaming_context::session_of;
use crate::binding::{arguments, methods};
use crate::bridge::{parallelize, rdd_of};
use crate::core::remote_path::local_path;

pub(super) const METHODS: &[(&str, NativeFn)] = methods![STREAMING_CONTEXT;
    "queueStream" => queue_stream,
    "textFileStream" => text_file_stream,
    "binaryRecordsStream" => binary_records_stream,
    "socketTextStream" => socket_text_stream,
];

///
/// Only the first element decides whether the elements are RDDs or collections to parallelize; a
/// default that is falsy is none.
fn queue_stream(vm: &mut Vm, args: Args) -> Result<Value> {
    let session = session_of(vm, &args)?;
    let context = args[0].clone();
    let [rdds, one_at_a_time, default] = arguments(args);
    let one_at_a_time = vm.truth(&one_at_a_time)?;
    let default = match vm.truth(&default)? {
        true => Some(as_rdd(vm, &session.spark, &default)?),
        false => None,
    };
    let elements = match (vm.truth(&rdds)?, &default) {
        (false, None) => {
            vm.iter(&rdds)?;
            return Err(vm.index_error("list index out of range"));
        }
        (false, Some(_)) => vec![rdds],
        (true, _) => {
            vm.get_item(&rdds, &Value::Int(0))?;
            vm.collect(&rdds)?
        }
    };
    let are_rdds = rdd_of(&elements[0]).is_some();
    let mut queue = Vec::with_capacity(elements.len());
    for element in &elements {
        queue.push(match (are_rdds, rdd_of(element)) {
            (true, Some(rdd)) => rdd,
            (true, None) => {
                let name = vm.type_name(element);
                let message = format!("'{name}' object has no attribute '_jrdd_deserializer'");
                return Err(vm.attribute_error(message));
            }
            (false, _) => parallelize(vm, &session.spark, element)?,
        });
    }
    let stream = session
        .engine
        .queue_stream(vm, queue, one_at_a_time, default);
    let stream = raised(vm, stream, "queueStream")?;
    define_stream(vm, &context, Definition::of("queueStream"), &stream)
}

fn as_rdd(vm: &mut Vm, spark: &Value, value: &Value) -> Result<Rdd> {
    match rdd_of(value) {
        Some(rdd) => Ok(rdd),
        None => parallelize(vm, spark, value),
    }
}

fn text_file_stream(vm: &mut Vm, args: Args) -> Result<Value> {
    let session = session_of(vm, &args)?;
    let context = args[0].clone();
    let [directory] = arguments(args);
    let folder = folder(vm, "textFileStream", &directory)?;
    let stream = session.engine.text_file_stream(&folder);
    let stream = raised(vm, stream, "textFileStream")?;
    define_stream(vm, &context, Definition::of("textFileStream"), &stream)
}

fn binary_records_stream(vm: &mut Vm, args: Args) -> Result<Value> {
    let session = session_of(vm, &args)?;
    let context = args[0].clone();
    let [directory, length] = arguments(args);
    let folder = folder(vm, "binaryRecordsStream", &directory)?;
    let length = vm.to_i64(&length)?;
    if length <= 0 {
        return Err(vm.value_error(format!("recordLength must be positive, not {length}")));
    }
    let stream = session
        .engine
        .binary_records_stream(&folder, length as usize);
    let stream = raised(vm, stream, "binaryRecordsStream")?;
    define_stream(vm, &context, Definition::of("binaryRecordsStream"), &stream)
}

fn folder(vm: &mut Vm, method: &str, directory: &Value) -> Result<String> {
    match directory.as_str() {
        Some(_) => local_path(vm, &format!("StreamingContext.{method}"), directory),
        None => {
            let name = vm.type_name(directory);
            Err(vm.type_error(format!("directory must be a str, not {name}")))
        }
    }
}

/// `socketTextStream(hostname, port, storageLevel)`: a page cannot open sockets.
fn socket_text_stream(vm: &mut Vm, _: Args) -> Result<Value> {
    Err(vm.error(
        ExceptionKind::NotImplementedError,
        "StreamingContext.socketTextStream is not available in Brooklet: a page cannot open a \
         socket. Give the lines of each batch to StreamingContext.queueStream, or write files \
         into a folder that StreamingContext.textFileStream watches",
    ))
}
