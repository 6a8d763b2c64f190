//! `transform` and `transformWith`: functions of RDDs, run while a batch is generated.

use brooklet_engine::dstream::{BatchTime, Given, RddFunction};
use brooklet_python::value::NativeFn;
use brooklet_python::vm::ExceptionKind;
use brooklet_python::{Args, Result, Value, Vm};

use super::two_streams::other_stream;
use super::{Definition, given_of_value, raised, receiver, value_of_given};
use crate::streaming::arguments::{argument_count, flag};
use crate::streaming::batch_datetime::datetime_of;
use brooklet_python::modules::signature::bind;

pub(super) const METHODS: &[(&str, NativeFn)] =
    &[("transform", transform), ("transformWith", transform_with)];

/// A function of the program that takes RDDs, the batch's time before them if it is `timed`.
fn of_program(function: Value, timed: bool) -> RddFunction {
    let called = function.clone();
    RddFunction::new(
        vec![function],
        move |vm: &mut Vm, time: BatchTime, rdds: Vec<Given>| {
            let mut arguments = Vec::with_capacity(3);
            if timed {
                arguments.push(datetime_of(vm, time)?);
            }
            arguments.extend(rdds.iter().map(|rdd| value_of_given(vm, rdd)));
            let result = vm.call(&called, Args::of(arguments))?;
            Ok(given_of_value(result))
        },
    )
}

/// `transform(func)`: `func(rdd)` or `func(time, rdd)`.
fn transform(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [func] = bind(vm, args, "DStream.transform", 1, ["func"], 1)?;
    let func = func.unwrap_or_default();
    let timed = match argument_count(vm, &func)? {
        1 => false,
        2 => true,
        _ => return Err(wrong_arity(vm, "func should take one or two arguments")),
    };
    let transformed = this.stream.transform(of_program(func, timed));
    this.derive(vm, Definition::of("transform"), &transformed)
}

/// `transformWith(func, other, keepSerializer=False)`: `func(a, b)` or `func(time, a, b)`.
fn transform_with(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let names = ["func", "other", "keepSerializer"];
    let [func, other, keep] = bind(vm, args, "DStream.transformWith", 1, names, 2)?;
    let func = func.unwrap_or_default();
    let timed = match argument_count(vm, &func)? {
        2 => false,
        3 => true,
        _ => return Err(wrong_arity(vm, "func should take two or three arguments")),
    };
    let other = other_stream(vm, other, "_jrdd_deserializer")?;
    let keep = flag(vm, keep, false)?;
    let transformed = this
        .stream
        .transform_with(of_program(func, timed), &other.stream, keep);
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
