//! Rounding as `round` does: exact, ties to even.

use num_bigint::BigInt;
use num_traits::FromPrimitive;

use super::decimal::Decimal;

/// The nearest whole number, ties to even; `None` for an infinity or NaN.
pub fn to_whole(value: f64) -> Option<BigInt> {
    BigInt::from_f64(value.round_ties_even())
}

/// `value` rounded to `places` decimal places (negative: to tens, hundreds, …) as its exact binary
/// value says; `None` where the result is too large for a float.
pub fn to_places(value: f64, places: i64) -> Option<f64> {
    if !value.is_finite() || value == 0.0 {
        return Some(value);
    }
    // Outside of these no float has digits, or has only digits, at that place.
    if places > 323 {
        return Some(value);
    }
    if places < -308 {
        return Some(0.0_f64.copysign(value));
    }
    let magnitude = value.abs();
    let text = if places >= 0 {
        let places = places as usize;
        format!("{magnitude:.places$}")
    } else {
        rounded_to_tens(magnitude, -places as i32)
    };
    let rounded: f64 = text.parse().ok()?;
    if rounded.is_infinite() {
        return None;
    }
    Some(rounded.copysign(value))
}

/// The text of a magnitude rounded to a multiple of `10^tens`.
fn rounded_to_tens(magnitude: f64, tens: i32) -> String {
    let point = Decimal::significant(magnitude, 17).point;
    let kept = point - tens;
    if kept > 0 {
        let decimal = Decimal::significant(magnitude, kept as usize);
        let digits = String::from_utf8_lossy(&decimal.digits).into_owned();
        return format!("{digits}e{}", decimal.point - decimal.digits.len() as i32);
    }
    // One digit more than the magnitude has: it becomes 1 past the half, a half goes to the even 0.
    let exact = Decimal::significant(magnitude, 800);
    let past_half = exact.digits[0] > b'5'
        || exact.digits[0] == b'5' && exact.digits[1..].iter().any(|digit| *digit != b'0');
    if kept == 0 && past_half {
        format!("1e{tens}")
    } else {
        "0".to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        for (value, places, rounded) in [
            (2.675, 2, 2.67),
            (0.5, 0, 0.0),
            (1.5, 0, 2.0),
            (25.0, -1, 20.0),
            (35.0, -1, 40.0),
            (5.0, -1, 0.0),
            (5.000001, -1, 10.0),
            (15.0, -1, 20.0),
            (4.9, -1, 0.0),
            (1234.5, -2, 1200.0),
            (0.05, -1, 0.0),
            (1e22, 1, 1e22),
            (-0.04, 1, -0.0),
            (5e-324, 323, 0.0),
            (999.9, -3, 1000.0),
            (99.0, -3, 0.0),
        ] {
            let got = to_places(value, places).unwrap();
            assert_eq!(got.to_bits(), f64::to_bits(rounded), "{value} {places}");
        }
        assert_eq!(to_places(f64::MAX, -308), None);
    }

    #[test]
    fn whole() {
        assert_eq!(to_whole(2.5), Some(BigInt::from(2)));
        assert_eq!(to_whole(-3.5), Some(BigInt::from(-4)));
        assert_eq!(to_whole(f64::NAN), None);
    }
}
