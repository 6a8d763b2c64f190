//! How vectors print.

use brooklet_numpy::round;
use brooklet_python::{Result, Value, Vm};

/// Digits after the point in a vector's `repr`.
const DIGITS: i64 = 4;

/// A component in `repr`: rounded, and cut after so many digits.
pub(super) fn shown(vm: &mut Vm, value: f64) -> Result<String> {
    let mut text = vm.repr(&Value::Float(round(value, DIGITS)))?;
    if let Some(point) = text.find('.') {
        text.truncate(point + 1 + DIGITS as usize);
    }
    Ok(text)
}

/// `[1.0,2.5]`: the numbers as `str` shows them.
pub(super) fn row(vm: &mut Vm, values: &[f64]) -> Result<String> {
    let mut texts = Vec::with_capacity(values.len());
    for value in values {
        texts.push(vm.repr(&Value::Float(*value))?);
    }
    Ok(format!("[{}]", texts.join(",")))
}
