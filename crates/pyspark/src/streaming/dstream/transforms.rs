//! `transform` and `transformWith`: functions of RDDs, run while a batch is generated.

use brooklet_engine::dstream::{BatchTime, Given, RddFunction};
use brooklet_pyspark_api::streaming::DSTREAM;
use brooklet_python::value::NativeFn;
use brooklet_python::vm::ExceptionKind;
use brooklet_python::{Args, Result, Value, Vm};

use super::two_streams::other_stream;
use super::{ProgramStream, given_of_value, raised, receiver, value_of_given};
use crate::binding::{arguments, methods};
use crate::state::{Definition, DriverFunction};
use crate::streaming::arguments::argument_count;
use crate::streaming::batch_datetime::datetime_of;
use crate::streaming::streaming_context::session_of_value;

pub(super) const METHODS: &[(&str, NativeFn)] = methods![DSTREAM;
    "transform" => transform,
    "transformWith" => transform_with,
];

/// A function of the program that takes RDDs, the batch's time before them if it is `timed`.
fn of_program(
    vm: &mut Vm,
    stream: &ProgramStream,
    function: Value,
    timed: bool,
) -> Result<RddFunction> {
    let called = driver_function(vm, stream, &function)?;
    Ok(RddFunction::new(
        vec![function],
        move |vm: &mut Vm, time: BatchTime, rdds: Vec<Given>| {
            let mut arguments = Vec::with_capacity(3);
            if timed {
                arguments.push(datetime_of(vm, time)?);
            }
            arguments.extend(rdds.iter().map(|rdd| value_of_given(vm, rdd)));
            let result = vm.call(&called.get(), Args::of(arguments))?;
            Ok(given_of_value(result))
        },
    ))
}

/// A function of the program that runs on the driver, noted as one of the stream's context.
pub(super) fn driver_function(
    vm: &mut Vm,
    stream: &ProgramStream,
    function: &Value,
) -> Result<DriverFunction> {
    let held = DriverFunction::new(function.clone());
    session_of_value(vm, &stream.context)?.hold(&held);
    Ok(held)
}

/// `transform(func)`: `func(rdd)` or `func(time, rdd)`.
fn transform(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [func] = arguments(args);
    let timed = match argument_count(vm, &func)? {
        1 => false,
        2 => true,
        _ => return Err(wrong_arity(vm, "func should take one or two arguments")),
    };
    let function = of_program(vm, &this, func, timed)?;
    let transformed = this.stream.transform(function);
    this.derive(vm, Definition::of("transform"), &transformed)
}

/// `transformWith(func, other, keepSerializer=False)`: `func(a, b)` or `func(time, a, b)`.
fn transform_with(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [func, other, keep] = arguments(args);
    let timed = match argument_count(vm, &func)? {
        2 => false,
        3 => true,
        _ => return Err(wrong_arity(vm, "func should take two or three arguments")),
    };
    let other = other_stream(vm, other, "_jrdd_deserializer")?;
    let keep = vm.truth(&keep)?;
    let function = of_program(vm, &this, func, timed)?;
    let transformed = this.stream.transform_with(function, &other.stream, keep);
    let transformed = raised(vm, transformed, "transformWith")?;
    this.derive(
        vm,
        Definition::of("transformWith").reading([other.id]),
        &transformed,
    )
}

fn wrong_arity(vm: &Vm, message: &str) -> brooklet_python::Raise {
    vm.error(ExceptionKind::AssertionError, message)
}
