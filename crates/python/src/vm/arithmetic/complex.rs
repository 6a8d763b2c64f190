//! Operators of `complex`.

use std::rc::Rc;

use brooklet_python_compiler::bytecode::BinaryOp;
use brooklet_python_text::numeric::power::power;

use crate::value::{Complex, Value};
use crate::vm::{Result, Vm};

/// A number as a `complex`.
pub(super) fn from(vm: &mut Vm, value: &Value) -> Result<Complex> {
    match value {
        Value::Complex(value) => Ok(**value),
        other => Ok(Complex {
            real: vm.to_f64(other)?,
            imag: 0.0,
        }),
    }
}

pub(super) fn negative(value: &Complex) -> Value {
    made(-value.real, -value.imag)
}

fn made(real: f64, imag: f64) -> Value {
    Value::Complex(Rc::new(Complex { real, imag }))
}

/// Operators of two complex numbers; `NotImplemented` for those that they do not have.
pub(super) fn binary(vm: &mut Vm, op: BinaryOp, a: Complex, b: Complex) -> Result<Value> {
    let value = match op {
        BinaryOp::Add => Complex {
            real: a.real + b.real,
            imag: a.imag + b.imag,
        },
        BinaryOp::Subtract => Complex {
            real: a.real - b.real,
            imag: a.imag - b.imag,
        },
        BinaryOp::Multiply => multiply(a, b),
        BinaryOp::Divide => match divide(a, b) {
            Some(quotient) => quotient,
            None => return Err(vm.zero_division("complex division by zero")),
        },
        BinaryOp::Power => return raise_to(vm, a, b),
        _ => return Ok(Value::NotImplemented),
    };
    Ok(made(value.real, value.imag))
}

fn multiply(a: Complex, b: Complex) -> Complex {
    Complex {
        real: a.real * b.real - a.imag * b.imag,
        imag: a.real * b.imag + a.imag * b.real,
    }
}

/// Smith's division: scales by the larger part of the divisor; `None` for a divisor of 0.
fn divide(a: Complex, b: Complex) -> Option<Complex> {
    if b.real.abs() >= b.imag.abs() {
        if b.real == 0.0 {
            return None;
        }
        let ratio = b.imag / b.real;
        let divisor = b.real + b.imag * ratio;
        return Some(Complex {
            real: (a.real + a.imag * ratio) / divisor,
            imag: (a.imag - a.real * ratio) / divisor,
        });
    }
    if b.imag.abs() >= b.real.abs() {
        let ratio = b.real / b.imag;
        let divisor = b.real * ratio + b.imag;
        return Some(Complex {
            real: (a.real * ratio + a.imag) / divisor,
            imag: (a.imag * ratio - a.real) / divisor,
        });
    }
    Some(Complex {
        real: f64::NAN,
        imag: f64::NAN,
    })
}

fn raise_to(vm: &mut Vm, base: Complex, exponent: Complex) -> Result<Value> {
    const ONE: Complex = Complex {
        real: 1.0,
        imag: 0.0,
    };
    if exponent.real == 0.0 && exponent.imag == 0.0 {
        return Ok(made(1.0, 0.0));
    }
    if base.real == 0.0 && base.imag == 0.0 {
        if exponent.imag != 0.0 || exponent.real < 0.0 {
            return Err(vm.zero_division("0.0 to a negative or complex power"));
        }
        return Ok(made(0.0, 0.0));
    }
    let is_small_whole = exponent.imag == 0.0
        && exponent.real == exponent.real.floor()
        && exponent.real.abs() <= 100.0;
    let value = if is_small_whole {
        let raised = whole_power(base, exponent.real.abs() as u32);
        if exponent.real > 0.0 {
            raised
        } else {
            match divide(ONE, raised) {
                Some(inverse) => inverse,
                None => return Err(vm.zero_division("0.0 to a negative or complex power")),
            }
        }
    } else {
        polar_power(base, exponent)
    };
    let is_finite = |number: Complex| number.real.is_finite() && number.imag.is_finite();
    if is_finite(base) && is_finite(exponent) && !is_finite(value) {
        return Err(vm.overflow_error("complex exponentiation"));
    }
    Ok(made(value.real, value.imag))
}

fn whole_power(base: Complex, exponent: u32) -> Complex {
    let mut result = Complex {
        real: 1.0,
        imag: 0.0,
    };
    let mut square = base;
    let mut mask = 1;
    while mask > 0 && exponent >= mask {
        if exponent & mask != 0 {
            result = multiply(result, square);
        }
        mask <<= 1;
        square = multiply(square, square);
    }
    result
}

fn polar_power(base: Complex, exponent: Complex) -> Complex {
    let size = base.real.hypot(base.imag);
    let angle = base.imag.atan2(base.real);
    let mut length = power(size, exponent.real);
    let mut phase = angle * exponent.real;
    if exponent.imag != 0.0 {
        length *= (-angle * exponent.imag).exp();
        phase += exponent.imag * size.ln();
    }
    Complex {
        real: length * phase.cos(),
        imag: length * phase.sin(),
    }
}
