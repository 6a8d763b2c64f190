//! `queueStream`, `textFileStream` and the other inputs of a `StreamingContext`.

use brooklet_engine::Rdd;
use brooklet_protocol::FeedAddress;
use brooklet_pyspark_api::streaming::STREAMING_CONTEXT;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Raise, Result, Value, Vm};

use super::dstream::{define_stream, raised};
use super::lifecycle::JAVA_CONTEXT;
use super::streaming_context::session_of;
use crate::binding::{arguments, methods};
use crate::bridge::{parallelize, rdd_of, storage_level_of};
use crate::core::remote_path::local_path;
use crate::errors;
use crate::java::py4j_error;
use crate::state::{Definition, DriverState, receiver_settings};

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
    define_stream(
        vm,
        &context,
        feed_of_folder("textFileStream", folder),
        &stream,
    )
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
    define_stream(
        vm,
        &context,
        feed_of_folder("binaryRecordsStream", folder),
        &stream,
    )
}

fn feed_of_folder(operator: &'static str, path: String) -> Definition {
    Definition::of(operator).of_feed(FeedAddress::Folder { path })
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

/// `socketTextStream(hostname, port, storageLevel)`: as Py4J, it takes a port that is an `int` and
/// nothing else; what is wrong with the address shows when the receiver starts.
fn socket_text_stream(vm: &mut Vm, args: Args) -> Result<Value> {
    let session = session_of(vm, &args)?;
    let context = args[0].clone();
    let [host, port, level] = arguments(args);
    storage_level_of(vm, &level)?;
    let (host, port) = match (&host, &port) {
        (host, Value::Int(port))
            if i32::try_from(*port).is_ok()
                && (host.as_str().is_some() || matches!(host, Value::None)) =>
        {
            (host.as_str().unwrap_or_default().to_owned(), *port)
        }
        _ => {
            let classes = [java_class(vm, &host), java_class(vm, &port)];
            return Err(no_such_method(vm, &classes));
        }
    };
    let Some(state) = DriverState::of(vm) else {
        return Err(errors::context_on_worker(vm));
    };
    let settings = receiver_settings(&session);
    let network = state.network(&host, port);
    let stream = session
        .engine
        .socket_text_stream(network, (&host, port), settings);
    let stream = raised(vm, stream, "socketTextStream")?;
    let definition = Definition::of("socketTextStream").of_feed(FeedAddress::Socket { host, port });
    define_stream(vm, &context, definition, &stream)
}

/// The class that Py4J gives to a value.
fn java_class(vm: &mut Vm, value: &Value) -> String {
    match value {
        Value::None => "null".to_owned(),
        Value::Bool(_) => "class java.lang.Boolean".to_owned(),
        Value::Int(number) if i32::try_from(*number).is_err() => "class java.lang.Long".to_owned(),
        Value::Int(_) => "class java.lang.Integer".to_owned(),
        Value::Float(_) => "class java.lang.Double".to_owned(),
        value if value.as_str().is_some() => "class java.lang.String".to_owned(),
        value => match vm.type_name(value).as_str() {
            "list" => "class java.util.ArrayList".to_owned(),
            "dict" => "class java.util.HashMap".to_owned(),
            "bytes" => "class [B".to_owned(),
            other => format!("class {other}"),
        },
    }
}

/// What Py4J raises for arguments that no method takes.
fn no_such_method(vm: &mut Vm, classes: &[String]) -> Raise {
    let classes = classes.join(", ");
    py4j_error(
        vm,
        &format!(
            "An error occurred while calling {JAVA_CONTEXT}.socketTextStream. Trace:\n\
             py4j.Py4JException: Method socketTextStream([{classes}, class \
             org.apache.spark.storage.StorageLevel]) does not exist\n"
        ),
    )
}
