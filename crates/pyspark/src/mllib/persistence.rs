//! `save` and `load` of models.

use brooklet_python::value::NativeFn;
use brooklet_python::{Result, Value, Vm};

use crate::core::unavailable::unavailable;

/// What models save.
pub(super) const SAVE: &[(&str, NativeFn)] = &[("save", |vm, _| {
    absent(vm, "save", "it needs Parquet; print the model's numbers")
})];

/// What their classes load.
pub(super) const LOAD: &[(&str, NativeFn)] = &[("load", |vm, _| {
    absent(
        vm,
        "load",
        "it needs Parquet; make the model of its numbers",
    )
})];

fn absent(vm: &mut Vm, method: &str, instead: &str) -> Result<Value> {
    Err(unavailable(vm, method, instead))
}
