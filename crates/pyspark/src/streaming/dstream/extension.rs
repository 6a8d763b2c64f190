//! What other modules make of streams: steps and outputs under names of their own.

use brooklet_engine::dstream::{DStream, OutputAction};
use brooklet_python::{Args, Result, Value, Vm};

use super::outputs::register;
use super::{ProgramStream, receiver};
use crate::state::Definition;

/// Whether a value is a `DStream`.
pub(crate) fn is_dstream(value: &Value) -> bool {
    match value {
        Value::Instance(instance) => instance.native::<ProgramStream>().is_some(),
        _ => false,
    }
}

/// Defines a stream that follows another by a step.
///
/// # Errors
/// `TypeError` where `dstream` is none.
pub(crate) fn define_step(
    vm: &mut Vm,
    dstream: &Value,
    operator: &'static str,
    step: impl FnOnce(&DStream) -> DStream,
) -> Result<Value> {
    let this = receiver(vm, &Args::one(dstream.clone()))?;
    this.derive(vm, Definition::of(operator), &step(&this.stream))
}

/// Registers an output of a stream.
///
/// # Errors
/// `TypeError` where `dstream` is none; as `foreachRDD` otherwise.
pub(crate) fn register_output(
    vm: &mut Vm,
    dstream: &Value,
    operator: &'static str,
    action: OutputAction,
) -> Result<Value> {
    let this = receiver(vm, &Args::one(dstream.clone()))?;
    register(vm, &this, operator, Vec::new(), action)
}
