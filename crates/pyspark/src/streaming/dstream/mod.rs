//! The classes `DStream` and `TransformedDStream`; their methods, a family a file.

mod keyed;
mod outputs;
mod per_record;
mod settings;
mod transforms;
mod two_streams;
mod windows;

use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_engine::Error;
use brooklet_engine::dstream::{DStream, Given};
use brooklet_python::freeze::FrozenNative;
use brooklet_python::value::{ClassBuilder, Layout, NativeData, Payload};
use brooklet_python::vm::Types;
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::classes;
use crate::bridge::{rdd_of, rdd_value};
use crate::errors;
use crate::java;

/// What a `DStream` holds: the stream, and the `StreamingContext` of the program.
struct DStreamData {
    stream: DStream,
    context: Value,
}

impl NativeData for DStreamData {
    fn freeze(&self, vm: &mut Vm) -> Result<Arc<dyn FrozenNative>> {
        Err(errors::context_on_worker(vm))
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

const MODULE: &str = "pyspark.streaming.dstream";

pub(super) fn define(types: &Types) -> Rc<Class> {
    ClassBuilder::new(MODULE, "DStream", &types.object)
        .layout(Layout::Native)
        .methods(per_record::METHODS)
        .methods(keyed::METHODS)
        .methods(windows::METHODS)
        .methods(two_streams::METHODS)
        .methods(transforms::METHODS)
        .methods(settings::METHODS)
        .methods(outputs::METHODS)
        .build()
}

/// A stream of folded functions: the same methods.
pub(super) fn define_transformed(dstream: &Rc<Class>) -> Rc<Class> {
    ClassBuilder::new(MODULE, "TransformedDStream", dstream)
        .layout(Layout::Native)
        .build()
}

/// A stream as the program sees it.
pub(crate) fn dstream_value(vm: &mut Vm, stream: &DStream, context: &Value) -> Value {
    let classes = classes(vm);
    let class = match stream.is_transformed() {
        true => &classes.transformed_dstream,
        false => &classes.dstream,
    };
    let data = Rc::new(DStreamData {
        stream: stream.clone(),
        context: context.clone(),
    });
    Value::Instance(class.instance(Payload::Native(data)))
}

/// The stream of a `DStream`.
pub(crate) fn dstream_of(value: &Value) -> Option<DStream> {
    data_of(value).map(|data| data.stream.clone())
}

fn data_of(value: &Value) -> Option<Rc<DStreamData>> {
    match value {
        Value::Instance(instance) => instance.native::<DStreamData>(),
        _ => None,
    }
}

/// The stream that a method was called on, and its context.
fn receiver(vm: &mut Vm, args: &Args) -> Result<(DStream, Value)> {
    match args.get(0).and_then(data_of) {
        Some(data) => Ok((data.stream.clone(), data.context.clone())),
        None => Err(vm.type_error("a DStream is required")),
    }
}

/// A failure of the engine as the exception of the Java method that was called.
pub(super) fn raised<T>(vm: &mut Vm, result: Result<T, Error>, method: &str) -> Result<T> {
    result.map_err(|error| java::raise(vm, error, &format!("o28.{method}")))
}

/// An RDD, or what a function gave in its place, as the program sees it.
pub(super) fn value_of_given(vm: &mut Vm, given: &Given) -> Value {
    match given {
        Given::Rdd(rdd) => rdd_value(vm, rdd),
        Given::Other(value) => value.clone(),
    }
}

/// What a function of the program gave: an RDD, or something else.
pub(super) fn given_of_value(value: Value) -> Given {
    match rdd_of(&value) {
        Some(rdd) => Given::Rdd(rdd),
        None => Given::Other(value),
    }
}
