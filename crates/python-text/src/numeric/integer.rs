//! Whole numbers: floor division, exact conversion to and from floats, texts.

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{FromPrimitive, Signed, ToPrimitive, Zero};

use super::Int;

/// CPython's limit of decimal digits in conversions between `int` and `str`.
pub const MOST_DIGITS: usize = 4300;

/// `a // b` for `b != 0`; `None` where it does not fit.
#[inline]
pub fn floor_divide(a: i64, b: i64) -> Option<i64> {
    let quotient = a.checked_div(b)?;
    let inexact = quotient * b != a;
    Some(quotient - i64::from(inexact && (a < 0) != (b < 0)))
}

/// `a % b` for `b != 0`: has the sign of `b`.
#[inline]
pub fn modulo(a: i64, b: i64) -> i64 {
    let remainder = a.wrapping_rem(b);
    if remainder != 0 && (remainder < 0) != (b < 0) {
        remainder + b
    } else {
        remainder
    }
}

/// The whole part of a finite float.
pub fn from_float(value: f64) -> Int {
    // 2^63 and beyond does not fit.
    if value.abs() < 9_223_372_036_854_775_808.0 {
        return Int::Small(value as i64);
    }
    Int::from(BigInt::from_f64(value.trunc()).unwrap_or_default())
}

/// The nearest float; `None` where it is too large.
pub fn to_float(value: &BigInt) -> Option<f64> {
    value.to_f64().filter(|float| float.is_finite())
}

/// `a / b` for `b != 0`, rounded once; `None` where it is too large for a float.
pub fn true_divide(a: &BigInt, b: &BigInt) -> Option<f64> {
    if a.is_zero() {
        return Some(0.0);
    }
    let negative = a.is_negative() != b.is_negative();
    let (a, b) = (a.magnitude(), b.magnitude());
    // A quotient of 66 or 67 bits, its lowest bit telling that something was left over.
    let shift = 66 - (a.bits() as i64 - b.bits() as i64);
    let (quotient, rest) = if shift >= 0 {
        (a << shift as u64).div_rem(b)
    } else {
        a.div_rem(&(b << shift.unsigned_abs()))
    };
    let quotient = quotient.to_u128()? | u128::from(!rest.is_zero());
    let magnitude = scale(quotient, -shift);
    if magnitude.is_infinite() {
        return None;
    }
    Some(if negative { -magnitude } else { magnitude })
}

/// `mantissa × 2^exponent`, rounded once with ties to even. The mantissa has at most 126 bits.
pub fn scale(mantissa: u128, exponent: i64) -> f64 {
    if mantissa == 0 {
        return 0.0;
    }
    let top = i64::from(mantissa.ilog2()) + exponent;
    if top > 1023 {
        return f64::INFINITY;
    }
    let unit = (top - 52).max(-1074);
    let dropped = unit - exponent;
    let kept = if dropped <= 0 {
        mantissa << dropped.unsigned_abs()
    } else if dropped > 127 {
        0
    } else {
        let kept = mantissa >> dropped;
        let rest = mantissa & ((1 << dropped) - 1);
        let half = 1 << (dropped - 1);
        kept + u128::from(rest > half || rest == half && kept & 1 == 1)
    };
    kept as f64 * power_of_two(unit)
}

/// `2^exponent` for an exponent from -1074 to 1023.
pub fn power_of_two(exponent: i64) -> f64 {
    if exponent >= -1022 {
        f64::from_bits(((exponent + 1023) as u64) << 52)
    } else {
        f64::from_bits(1 << (exponent + 1074))
    }
}

/// A finite float as a fraction in lowest terms, the denominator positive.
pub fn ratio(value: f64) -> (BigInt, BigInt) {
    let bits = value.to_bits();
    let biased = (bits >> 52 & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) = if biased == 0 {
        (fraction, -1074)
    } else {
        (fraction | 1 << 52, biased - 1075)
    };
    if mantissa == 0 {
        return (BigInt::zero(), BigInt::from(1));
    }
    let even = i64::from(mantissa.trailing_zeros()).min((-exponent).max(0));
    let sign = if value < 0.0 { Sign::Minus } else { Sign::Plus };
    let numerator = BigInt::from_biguint(sign, (mantissa >> even).into());
    let exponent = exponent + even;
    if exponent >= 0 {
        (numerator << exponent as u64, BigInt::from(1))
    } else {
        (numerator, BigInt::from(1) << exponent.unsigned_abs())
    }
}

/// What CPython says of an int with more decimal digits than it writes.
pub const TOO_MANY_DIGITS: &str = "Exceeds the limit (4300 digits) for integer string conversion; \
     use sys.set_int_max_str_digits() to increase the limit";

/// The decimal text of a large int; `None` where CPython refuses to write so many digits.
pub fn to_decimal(value: &BigInt) -> Option<String> {
    // 10^4300 has 14285 bits.
    let bits = value.bits();
    if bits > 14_285 {
        return None;
    }
    let text = value.to_string();
    let digits = text.len() - usize::from(value.is_negative());
    (digits <= MOST_DIGITS).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_traits::Pow;
    use proptest::prelude::*;

    #[test]
    fn division_rounds_down() {
        assert_eq!(floor_divide(-7, 2), Some(-4));
        assert_eq!(floor_divide(7, -2), Some(-4));
        assert_eq!(floor_divide(-6, 2), Some(-3));
        assert_eq!(floor_divide(i64::MIN, -1), None);
        assert_eq!(modulo(-7, 2), 1);
        assert_eq!(modulo(7, -2), -1);
        assert_eq!(modulo(i64::MIN, -1), 0);
    }

    #[test]
    fn quotients_are_rounded_once() {
        let big = |exponent: u32| BigInt::from(10).pow(exponent);
        assert_eq!(true_divide(&big(400), &big(399)), Some(10.0));
        assert_eq!(true_divide(&big(400), &BigInt::from(3)), None);
        assert_eq!(true_divide(&BigInt::from(1), &big(320)), Some(1e-320));
        assert_eq!(true_divide(&BigInt::from(-1), &big(400)), Some(-0.0));
        let third = true_divide(&(BigInt::from(2).pow(100u32) + 1), &BigInt::from(3));
        assert_eq!(third, Some(4.2255020007607644e+29));
    }

    #[test]
    fn ratios() {
        assert_eq!(ratio(0.75), (BigInt::from(3), BigInt::from(4)));
        assert_eq!(ratio(-0.0), (BigInt::from(0), BigInt::from(1)));
        assert_eq!(ratio(-1e3), (BigInt::from(-1000), BigInt::from(1)));
    }

    proptest! {
        #[test]
        fn quotient_and_remainder_agree(a in any::<i64>(), b in any::<i64>()) {
            prop_assume!(b != 0 && !(a == i64::MIN && b == -1));
            let (quotient, rest) = (floor_divide(a, b).unwrap(), modulo(a, b));
            prop_assert_eq!(quotient as i128 * b as i128 + rest as i128, a as i128);
            prop_assert!(rest == 0 || (rest < 0) == (b < 0));
        }

        #[test]
        fn small_quotients_are_the_machine_s(a in -(1i64 << 53)..1 << 53, b in 1i64..1 << 53) {
            let quotient = true_divide(&BigInt::from(a), &BigInt::from(b));
            prop_assert_eq!(quotient, Some(a as f64 / b as f64));
        }

        #[test]
        fn ratios_divide_back(bits in any::<u64>()) {
            let value = f64::from_bits(bits);
            prop_assume!(value.is_finite());
            let (numerator, denominator) = ratio(value);
            prop_assert_eq!(true_divide(&numerator, &denominator), Some(value));
        }
    }
}
