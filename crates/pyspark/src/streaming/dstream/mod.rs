//! The classes `DStream` and `TransformedDStream`; their methods, a family a file.

mod extension;
mod keyed;
mod outputs;
mod per_record;
mod program_stream;
mod settings;
mod transforms;
mod two_streams;
mod windows;

use std::rc::Rc;

use brooklet_engine::Error;
use brooklet_engine::dstream::Given;
use brooklet_python::value::{ClassBuilder, Layout};
use brooklet_python::vm::Types;
use brooklet_python::{Args, Class, Result, Value, Vm};

use crate::bridge::{rdd_of, rdd_value};
use crate::java;
use brooklet_python::builtins::generic_alias;

pub(crate) use extension::{define_step, is_dstream, register_output};
pub(super) use program_stream::{ProgramStream, define_stream};

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
        .properties(settings::PROPERTIES)
        .class_methods(generic_alias::CLASS_METHODS)
        .build()
}

/// A stream of folded functions: the same methods.
pub(super) fn define_transformed(dstream: &Rc<Class>) -> Rc<Class> {
    ClassBuilder::new(MODULE, "TransformedDStream", dstream)
        .layout(Layout::Native)
        .build()
}

/// A direct stream of topics: the same methods. Its RDDs know their offsets.
pub(super) fn define_of_topics(dstream: &Rc<Class>) -> Rc<Class> {
    ClassBuilder::new("pyspark.streaming.kafka", "KafkaDStream", dstream)
        .layout(Layout::Native)
        .build()
}

/// The stream of a `DStream`.
pub(super) fn stream_of(value: &Value) -> Option<Rc<ProgramStream>> {
    match value {
        Value::Instance(instance) => instance.native::<ProgramStream>(),
        _ => None,
    }
}

/// The stream that a method was called on.
fn receiver(vm: &mut Vm, args: &Args) -> Result<Rc<ProgramStream>> {
    match args.get(0).and_then(stream_of) {
        Some(stream) => Ok(stream),
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
