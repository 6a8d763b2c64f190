//! The order of numbers of all types, exactly.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::FromPrimitive;

use crate::value::{Complex, Value};

/// How two numbers are ordered; inside, `None` where neither is less, equal or greater (a NaN).
/// `None` for what is not a number and for complex numbers that differ: they have no order.
pub(crate) fn order(left: &Value, right: &Value) -> Option<Option<Ordering>> {
    Some(match (left, right) {
        (Value::Int(a), Value::Int(b)) => Some(a.cmp(b)),
        (Value::Float(a), Value::Float(b)) => a.partial_cmp(b),
        (Value::Bool(a), _) => return order(&Value::Int(i64::from(*a)), right),
        (_, Value::Bool(b)) => return order(left, &Value::Int(i64::from(*b))),
        (Value::Int(a), Value::Float(b)) => int_with_float(*a, *b),
        (Value::Float(a), Value::Int(b)) => int_with_float(*b, *a).map(Ordering::reverse),
        (Value::BigInt(a), Value::BigInt(b)) => Some(a.cmp(b)),
        (Value::BigInt(a), Value::Int(_)) => Some(beyond(a)),
        (Value::Int(_), Value::BigInt(b)) => Some(beyond(b).reverse()),
        (Value::BigInt(a), Value::Float(b)) => big_with_float(a, *b),
        (Value::Float(a), Value::BigInt(b)) => big_with_float(b, *a).map(Ordering::reverse),
        _ => return None,
    })
}

/// Whether two numbers, one of them complex, are equal; `None` for what is not a number.
pub(crate) fn equal_complex(left: &Value, right: &Value) -> Option<bool> {
    match (left, right) {
        (Value::Complex(a), Value::Complex(b)) => Some(a.real == b.real && a.imag == b.imag),
        (Value::Complex(a), b) | (b, Value::Complex(a)) => equal_real(a, b),
        _ => None,
    }
}

fn equal_real(complex: &Complex, real: &Value) -> Option<bool> {
    let order = order(&Value::Float(complex.real), real)?;
    Some(complex.imag == 0.0 && order == Some(Ordering::Equal))
}

/// How an `int` beyond 64 bits is ordered to one within.
fn beyond(big: &BigInt) -> Ordering {
    if big.sign() == num_bigint::Sign::Minus {
        Ordering::Less
    } else {
        Ordering::Greater
    }
}

fn int_with_float(int: i64, float: f64) -> Option<Ordering> {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    if float.is_nan() {
        return None;
    }
    if float >= LIMIT {
        return Some(Ordering::Less);
    }
    if float < -LIMIT {
        return Some(Ordering::Greater);
    }
    let whole = float.trunc();
    Some(
        int.cmp(&(whole as i64))
            .then_with(|| 0.0_f64.total_cmp(&(float - whole + 0.0))),
    )
}

fn big_with_float(big: &BigInt, float: f64) -> Option<Ordering> {
    match BigInt::from_f64(float.trunc()) {
        Some(whole) => Some(
            big.cmp(&whole)
                .then_with(|| 0.0_f64.total_cmp(&(float - float.trunc() + 0.0))),
        ),
        None if float.is_nan() => None,
        None if float > 0.0 => Some(Ordering::Less),
        None => Some(Ordering::Greater),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ints_and_floats_compare_exactly() {
        let order = |a: i64, b: f64| order(&Value::Int(a), &Value::Float(b)).unwrap();
        assert_eq!(order(1, 1.0), Some(Ordering::Equal));
        assert_eq!(order(0, -0.0), Some(Ordering::Equal));
        assert_eq!(order(1, 1.5), Some(Ordering::Less));
        assert_eq!(order(-1, -1.5), Some(Ordering::Greater));
        assert_eq!(
            order((1 << 53) + 1, (1_i64 << 53) as f64),
            Some(Ordering::Greater)
        );
        assert_eq!(order(i64::MAX, i64::MAX as f64), Some(Ordering::Less));
        assert_eq!(order(i64::MIN, i64::MIN as f64), Some(Ordering::Equal));
        assert_eq!(order(0, f64::NAN), None);
        assert_eq!(order(0, f64::NEG_INFINITY), Some(Ordering::Greater));
    }

    #[test]
    fn large_ints_compare_exactly() {
        let big = Value::from(BigInt::from(10).pow(30));
        assert_eq!(order(&big, &Value::Float(1e30)), Some(Some(Ordering::Less)));
        assert_eq!(order(&Value::Int(5), &big), Some(Some(Ordering::Less)));
        assert_eq!(
            order(&big, &Value::Float(f64::INFINITY)),
            Some(Some(Ordering::Less))
        );
    }
}
