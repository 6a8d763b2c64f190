//! `union` and `transform` of a `StreamingContext`: several streams together.

use std::rc::Rc;

use brooklet_engine::Serializer;
use brooklet_engine::dstream::{DStream, Given, RddFunction};
use brooklet_pyspark_api::streaming::STREAMING_CONTEXT;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::dstream::{
    ProgramStream, define_stream, given_of_value, raised, stream_of, value_of_given,
};
use super::streaming_context::session_of;
use crate::binding::{arguments, methods};
use crate::state::{Definition, DriverFunction};

pub(super) const METHODS: &[(&str, NativeFn)] = methods![STREAMING_CONTEXT;
    "union" => union,
    "transform" => transform,
];

fn union(vm: &mut Vm, args: Args) -> Result<Value> {
    let session = session_of(vm, &args)?;
    let context = args[0].clone();
    let [dstreams] = arguments(args);
    let given = vm.collect(&dstreams)?;
    if let [only] = &given[..] {
        return Ok(only.clone());
    }
    let streams = streams(vm, &given, "_jrdd_deserializer")?;
    let Some(first) = streams.first().map(|first| &first.stream) else {
        return Err(vm.value_error("should have at least one DStream to union"));
    };
    let serializer: &Serializer = first.serializer();
    if streams
        .iter()
        .any(|other| other.stream.serializer() != serializer)
    {
        return Err(vm.value_error("All DStreams should have same serializer"));
    }
    let mut slides = Vec::with_capacity(streams.len());
    for each in &streams {
        slides.push(raised(vm, each.stream.slide_ms(), "dstream")?);
    }
    if slides.iter().any(|slide| *slide != slides[0]) {
        return Err(vm.value_error("All DStreams should have same slide duration"));
    }
    let definition = Definition::of("union").reading(streams.iter().map(|stream| stream.id));
    let united = session.engine.union(&engine_streams(&streams));
    let united = raised(vm, united, "union")?;
    define_stream(vm, &context, definition, &united)
}

/// `transform(dstreams, transformFunc)`: the function gets one tuple of RDDs.
fn transform(vm: &mut Vm, args: Args) -> Result<Value> {
    let session = session_of(vm, &args)?;
    let context = args[0].clone();
    let [dstreams, function] = arguments(args);
    let items = vm.collect(&dstreams)?;
    let streams = streams(vm, &items, "_jdstream")?;
    let called = DriverFunction::new(function.clone());
    session.hold(&called);
    let together = RddFunction::new(vec![function], move |vm, _, rdds: Vec<Given>| {
        let rdds = rdds.iter().map(|rdd| value_of_given(vm, rdd)).collect();
        let result = vm.call_one(&called.get(), Value::tuple(rdds))?;
        Ok(given_of_value(result))
    });
    let definition = Definition::of("transform").reading(streams.iter().map(|stream| stream.id));
    let transformed = session
        .engine
        .transform(vm, &engine_streams(&streams), together);
    let transformed = raised(vm, transformed, "transform")?;
    define_stream(vm, &context, definition, &transformed)
}

/// The streams of some values, which are about to be used for their attribute `name`.
fn streams(vm: &mut Vm, values: &[Value], name: &str) -> Result<Vec<Rc<ProgramStream>>> {
    let mut streams = Vec::with_capacity(values.len());
    for value in values {
        match stream_of(value) {
            Some(stream) => streams.push(stream),
            None => {
                let class = vm.type_name(value);
                let message = format!("'{class}' object has no attribute '{name}'");
                return Err(vm.attribute_error(message));
            }
        }
    }
    Ok(streams)
}

fn engine_streams(streams: &[Rc<ProgramStream>]) -> Vec<DStream> {
    streams.iter().map(|each| each.stream.clone()).collect()
}
