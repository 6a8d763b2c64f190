//! Operators of `int` and `bool`.

use std::borrow::Cow;
use std::rc::Rc;

use brooklet_python_compiler::bytecode::{BinaryOp, UnaryOp};
use brooklet_python_text::numeric::integer::{floor_divide, modulo, true_divide};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::float;
use super::integer_power::{power, power_small};
use crate::value::{Value, int_from_big};
use crate::vm::{ExceptionKind, Result, Vm};

/// An int of more bits than this is refused, as CPython refuses what memory cannot hold.
pub(super) const MOST_BITS: u64 = 1 << 31;

/// Operators of two ints of 64 bits.
#[inline]
pub(super) fn small(vm: &mut Vm, op: BinaryOp, a: i64, b: i64) -> Result<Value> {
    let value = match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Subtract => a.checked_sub(b),
        BinaryOp::Multiply => a.checked_mul(b),
        BinaryOp::FloorDivide if b != 0 => floor_divide(a, b),
        BinaryOp::Modulo if b != 0 => Some(modulo(a, b)),
        BinaryOp::And => Some(a & b),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        BinaryOp::Divide if b != 0 && is_exact(a) && is_exact(b) => {
            return Ok(Value::Float(a as f64 / b as f64));
        }
        BinaryOp::RightShift if b >= 0 => Some(a >> b.min(63)),
        BinaryOp::LeftShift if (0..63).contains(&b) => {
            let shifted = a << b;
            (shifted >> b == a).then_some(shifted)
        }
        BinaryOp::Power => power_small(a, b),
        _ => None,
    };
    match value {
        Some(value) => Ok(Value::Int(value)),
        None => large(vm, op, &BigInt::from(a), &BigInt::from(b)),
    }
}

/// Whether a float holds the int exactly.
fn is_exact(value: i64) -> bool {
    value.unsigned_abs() <= 1 << 53
}

/// Operators of two values that are ints of any size or bools.
pub(super) fn any(vm: &mut Vm, op: BinaryOp, left: &Value, right: &Value) -> Result<Value> {
    match (as_small(left), as_small(right)) {
        (Some(a), Some(b)) => small(vm, op, a, b),
        _ => large(vm, op, &as_big(left), &as_big(right)),
    }
}

fn as_small(value: &Value) -> Option<i64> {
    match value {
        Value::Int(int) => Some(*int),
        Value::Bool(bool) => Some(i64::from(*bool)),
        _ => None,
    }
}

fn as_big(value: &Value) -> Cow<'_, BigInt> {
    match value {
        Value::BigInt(big) => Cow::Borrowed(big),
        other => Cow::Owned(BigInt::from(as_small(other).unwrap_or(0))),
    }
}

fn large(vm: &mut Vm, op: BinaryOp, a: &BigInt, b: &BigInt) -> Result<Value> {
    let value = match op {
        BinaryOp::Add => a + b,
        BinaryOp::Subtract => a - b,
        BinaryOp::Multiply => {
            if a.bits() + b.bits() > MOST_BITS {
                return Err(vm.error(ExceptionKind::MemoryError, ""));
            }
            a * b
        }
        BinaryOp::Divide => {
            if b.is_zero() {
                return Err(vm.zero_division("division by zero"));
            }
            return match true_divide(a, b) {
                Some(quotient) => Ok(Value::Float(quotient)),
                None => Err(vm.overflow_error("integer division result too large for a float")),
            };
        }
        BinaryOp::FloorDivide => {
            if b.is_zero() {
                return Err(vm.zero_division("integer division or modulo by zero"));
            }
            a.div_floor(b)
        }
        BinaryOp::Modulo => {
            if b.is_zero() {
                return Err(vm.zero_division("integer modulo by zero"));
            }
            a.mod_floor(b)
        }
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::LeftShift => return shift_left(vm, a, b),
        BinaryOp::RightShift => return shift_right(vm, a, b),
        BinaryOp::Power if b.is_negative() => {
            let (a, b) = (float::from_big(vm, a)?, float::from_big(vm, b)?);
            return float::binary(vm, op, a, b);
        }
        BinaryOp::Power => power(vm, a, b)?,
        BinaryOp::MatMultiply => return Ok(Value::NotImplemented),
    };
    Ok(int_from_big(value))
}

fn shift_left(vm: &mut Vm, value: &BigInt, count: &BigInt) -> Result<Value> {
    if count.is_negative() {
        return Err(vm.value_error("negative shift count"));
    }
    if value.is_zero() {
        return Ok(Value::Int(0));
    }
    match count.to_u64() {
        Some(count) if count.saturating_add(value.bits()) <= MOST_BITS => {
            Ok(int_from_big(value << count))
        }
        Some(_) => Err(vm.error(ExceptionKind::MemoryError, "")),
        None => Err(vm.overflow_error("too many digits in integer")),
    }
}

fn shift_right(vm: &mut Vm, value: &BigInt, count: &BigInt) -> Result<Value> {
    if count.is_negative() {
        return Err(vm.value_error("negative shift count"));
    }
    let count = count
        .to_u64()
        .unwrap_or(u64::MAX)
        .min(value.bits().saturating_add(1));
    Ok(int_from_big(value >> count))
}

/// `-`, `+` or `~` of an int of 64 bits.
pub(super) fn unary(op: UnaryOp, value: i64) -> Value {
    match op {
        UnaryOp::Negative => match value.checked_neg() {
            Some(negated) => Value::Int(negated),
            None => int_from_big(-BigInt::from(value)),
        },
        UnaryOp::Invert => Value::Int(!value),
        _ => Value::Int(value),
    }
}

/// `-`, `+` or `~` of a large int.
pub(super) fn unary_big(op: UnaryOp, value: &Rc<BigInt>) -> Value {
    match op {
        UnaryOp::Negative => int_from_big(-value.as_ref()),
        UnaryOp::Invert => int_from_big(!value.as_ref()),
        _ => Value::BigInt(value.clone()),
    }
}
