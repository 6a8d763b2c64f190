//! Exponentials and logarithms, rounded as Python's `math` rounds them.

use brooklet_python::{Args, Result, Value, Vm};

/// `math.exp(x)`.
pub(super) fn exp(vm: &mut Vm, x: f64) -> Result<f64> {
    of(vm, "exp", x)
}

/// `math.log(x)`.
pub(super) fn log(vm: &mut Vm, x: f64) -> Result<f64> {
    of(vm, "log", x)
}

fn of(vm: &mut Vm, function: &str, x: f64) -> Result<f64> {
    let math = Value::Module(vm.import("math")?);
    let value = vm.call_method(&math, function, Args::one(Value::Float(x)))?;
    vm.to_f64(&value)
}
