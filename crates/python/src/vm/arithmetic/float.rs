//! Operators of `float`.

use brooklet_python_compiler::bytecode::BinaryOp;
use brooklet_python_text::numeric::float_division::{divide_with_remainder, remainder};
use brooklet_python_text::numeric::integer::to_float;
use brooklet_python_text::numeric::power::power;
use num_bigint::BigInt;

use super::complex;
use crate::value::{Complex, Value};
use crate::vm::{ExceptionKind, Raise, Result, Vm};

/// Operators of two floats; `NotImplemented` for those that floats do not have.
#[inline]
pub(super) fn binary(vm: &mut Vm, op: BinaryOp, a: f64, b: f64) -> Result<Value> {
    Ok(Value::Float(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Subtract => a - b,
        BinaryOp::Multiply => a * b,
        BinaryOp::Divide if b == 0.0 => return Err(vm.zero_division("float division by zero")),
        BinaryOp::Divide => a / b,
        BinaryOp::FloorDivide if b == 0.0 => {
            return Err(vm.zero_division("float floor division by zero"));
        }
        BinaryOp::FloorDivide => divide_with_remainder(a, b).0,
        BinaryOp::Modulo if b == 0.0 => return Err(vm.zero_division("float modulo")),
        BinaryOp::Modulo => remainder(a, b),
        BinaryOp::Power => return raise_to(vm, a, b),
        _ => return Ok(Value::NotImplemented),
    }))
}

fn raise_to(vm: &mut Vm, base: f64, exponent: f64) -> Result<Value> {
    if base == 0.0 && exponent < 0.0 {
        return Err(vm.zero_division("0.0 cannot be raised to a negative power"));
    }
    if base < 0.0 && base.is_finite() && exponent.is_finite() && exponent.fract() != 0.0 {
        let (base, exponent) = (
            Complex {
                real: base,
                imag: 0.0,
            },
            Complex {
                real: exponent,
                imag: 0.0,
            },
        );
        return complex::binary(vm, BinaryOp::Power, base, exponent);
    }
    let value = power(base, exponent);
    if value.is_infinite() && base.is_finite() && exponent.is_finite() {
        return Err(out_of_range(vm));
    }
    Ok(Value::Float(value))
}

/// `OverflowError: (34, 'Numerical result out of range')`.
fn out_of_range(vm: &mut Vm) -> Raise {
    let args = vec![Value::Int(34), Value::str("Numerical result out of range")];
    vm.error_with(ExceptionKind::OverflowError, args)
}

/// A large int as a float.
pub(super) fn from_big(vm: &mut Vm, value: &BigInt) -> Result<f64> {
    to_float(value).ok_or_else(|| vm.overflow_error("int too large to convert to float"))
}
