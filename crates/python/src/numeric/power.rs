//! Powers of floats, rounded correctly in all but the rarest cases.
//!
//! CPython uses the C library's `pow`, whose error is just above half a unit in the last place.
//! Native builds use the same; what Rust brings for WebAssembly is coarser, so there the power is
//! computed with sums of two floats.

use std::ops::{Add, Mul};

/// `base ** exponent` where the result is real, as C's `pow` defines its special cases.
pub(crate) fn power(base: f64, exponent: f64) -> f64 {
    if cfg!(target_family = "wasm") {
        portable_power(base, exponent)
    } else {
        base.powf(exponent)
    }
}

fn portable_power(base: f64, exponent: f64) -> f64 {
    let is_plain = base.is_finite() && base != 0.0 && exponent.is_finite();
    if !is_plain || base == 1.0 {
        // Exact, or an infinity, a zero or NaN: every platform agrees.
        return base.powf(exponent);
    }
    if exponent == 2.0 {
        return base * base;
    }
    if exponent == 0.5 {
        return base.sqrt();
    }
    let is_whole = exponent.fract() == 0.0;
    if base < 0.0 && !is_whole {
        return f64::NAN;
    }
    let magnitude = if is_whole && exponent.abs() <= 64.0 {
        whole_power(base.abs(), exponent)
    } else {
        general_power(base.abs(), exponent)
    };
    // Beyond 2^53 every float is even.
    let is_odd = is_whole && exponent.abs() < 9_007_199_254_740_992.0 && exponent as i64 & 1 == 1;
    if base < 0.0 && is_odd {
        -magnitude
    } else {
        magnitude
    }
}

/// A sum of two floats, the second at most half a unit of the first: 106 bits.
#[derive(Clone, Copy)]
struct Double {
    high: f64,
    low: f64,
}

const LN_2: Double = Double {
    high: std::f64::consts::LN_2,
    low: 2.319_046_813_846_299_6e-17,
};

impl From<f64> for Double {
    fn from(high: f64) -> Double {
        Double { high, low: 0.0 }
    }
}

/// The exact sum of two floats of which the first is not smaller in magnitude.
fn quick_sum(a: f64, b: f64) -> Double {
    let high = a + b;
    Double {
        high,
        low: b - (high - a),
    }
}

/// The exact sum of two floats.
fn sum(a: f64, b: f64) -> Double {
    let high = a + b;
    let shadow = high - a;
    Double {
        high,
        low: (a - (high - shadow)) + (b - shadow),
    }
}

/// The exact product of two floats of moderate size.
fn product(a: f64, b: f64) -> Double {
    let split = |value: f64| {
        let scaled = value * 134_217_729.0;
        let high = scaled - (scaled - value);
        (high, value - high)
    };
    let high = a * b;
    let ((a_high, a_low), (b_high, b_low)) = (split(a), split(b));
    let low = ((a_high * b_high - high) + a_high * b_low + a_low * b_high) + a_low * b_low;
    Double { high, low }
}

impl Add for Double {
    type Output = Double;

    fn add(self, other: Double) -> Double {
        let first = sum(self.high, other.high);
        let second = sum(self.low, other.low);
        let first = quick_sum(first.high, first.low + second.high);
        quick_sum(first.high, first.low + second.low)
    }
}

impl Mul for Double {
    type Output = Double;

    fn mul(self, other: Double) -> Double {
        let exact = product(self.high, other.high);
        let rest = self.high * other.low + self.low * other.high;
        quick_sum(exact.high, exact.low + rest)
    }
}

impl Double {
    fn divide(self, divisor: f64) -> Double {
        let first = self.high / divisor;
        let back = product(first, divisor);
        let rest = (self.high - back.high) - back.low + self.low;
        quick_sum(first, rest / divisor)
    }

    /// `1 / self`, by one step of Newton's method from the float quotient.
    fn reciprocal(self) -> Double {
        let guess = Double::from(1.0 / self.high);
        let error = Double::from(1.0) + (self * guess).negated();
        guess + guess * error
    }

    fn negated(self) -> Double {
        Double {
            high: -self.high,
            low: -self.low,
        }
    }
}

/// `value × 2^exponent`, rounded once.
fn scaled(value: Double, exponent: i64) -> f64 {
    if value.high == 0.0 {
        return 0.0;
    }
    let top = i64::from((value.high.to_bits() >> 52 & 0x7ff) as i32 - 1023) + exponent;
    if top >= -1021 {
        return times_power_of_two(value.high, exponent);
    }
    if top < -1080 {
        return 0.0;
    }
    // A result with fewer bits: both parts are needed to round it once.
    let fixed = |part: f64| {
        let shifted = part.abs() * 18_014_398_509_481_984.0; // 2^54
        (shifted as i128, part < 0.0)
    };
    let whole = (value.high * 18_014_398_509_481_984.0) as i128;
    let (low, negative) = fixed(value.low * 1_073_741_824.0); // 2^30 more
    let low = if negative { -low } else { low };
    let mantissa = (whole << 30) + low;
    super::integer::scale(mantissa as u128, exponent - 84)
}

fn times_power_of_two(mut value: f64, mut exponent: i64) -> f64 {
    while exponent > 1000 {
        value *= super::integer::power_of_two(1000);
        exponent -= 1000;
        if value.is_infinite() {
            return value;
        }
    }
    while exponent < -1000 {
        value *= super::integer::power_of_two(-1000);
        exponent += 1000;
    }
    value * super::integer::power_of_two(exponent)
}

/// `value` as a number from 1/√2 to √2 and a power of two.
fn split_exponent(value: f64) -> (f64, i64) {
    let (value, extra) = if value < f64::MIN_POSITIVE {
        (value * super::integer::power_of_two(54), -54)
    } else {
        (value, 0)
    };
    let bits = value.to_bits();
    let exponent = (bits >> 52) as i64 - 1023;
    let mantissa = f64::from_bits(bits & ((1 << 52) - 1) | 1023 << 52);
    if mantissa > std::f64::consts::SQRT_2 {
        (mantissa / 2.0, exponent + 1 + extra)
    } else {
        (mantissa, exponent + extra)
    }
}

/// A positive base to a whole power of at most 64 by repeated squaring.
fn whole_power(base: f64, exponent: f64) -> f64 {
    let (mantissa, binary) = split_exponent(base);
    let count = exponent.abs() as u32;
    let mut result = Double::from(1.0);
    let mut square = Double::from(mantissa);
    let mut left = count;
    while left > 0 {
        if left & 1 == 1 {
            result = result * square;
        }
        square = square * square;
        left >>= 1;
    }
    let binary = binary * i64::from(count);
    if exponent < 0.0 {
        scaled(result.reciprocal(), -binary)
    } else {
        scaled(result, binary)
    }
}

/// A positive base to any power: `exp(exponent × ln(base))`.
fn general_power(base: f64, exponent: f64) -> f64 {
    let (mantissa, binary) = split_exponent(base);
    let log = logarithm(mantissa) + Double::from(binary as f64) * LN_2;
    let estimate = log.high * exponent;
    if estimate > 710.0 {
        return f64::INFINITY;
    }
    if estimate < -746.0 {
        return 0.0;
    }
    let (value, binary) = exponential(log * Double::from(exponent));
    scaled(value, binary)
}

/// The natural logarithm of a number near 1: one step of Newton's method from the float one.
fn logarithm(value: f64) -> Double {
    let guess = value.ln();
    let (reciprocal, binary) = exponential(Double::from(-guess));
    let factor = times_power_of_two(1.0, binary);
    let ratio = reciprocal * Double::from(value * factor);
    let error = ratio + Double::from(-1.0);
    // ln(1 + e) = e - e²/2 + …, where e is about 1e-16.
    let correction = error + Double::from(-error.high * error.high / 2.0);
    Double::from(guess) + correction
}

/// `e^value` as a number near 1 and a power of two.
fn exponential(value: Double) -> (Double, i64) {
    const HALVINGS: i32 = 9;
    let binary = (value.high / std::f64::consts::LN_2).round();
    let rest = value + (LN_2 * Double::from(binary)).negated();
    let small = rest.divide(f64::from(1 << HALVINGS));
    // e^small - 1 by its series; the last term is below 2^-110.
    let mut term = small;
    let mut total = small;
    for divisor in 2..=9 {
        term = (term * small).divide(f64::from(divisor));
        total = total + term;
    }
    // (1 + t)² - 1 = 2t + t², which keeps the digits of a small t.
    for _ in 0..HALVINGS {
        total = total + total + total * total;
    }
    (total + Double::from(1.0), binary as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn results_of_cpython() {
        for (base, exponent, expected) in [
            (2.0, 10.0, 1024.0),
            (2.0, -1074.0, 5e-324),
            (10.0, -5.0, 1e-05),
            (10.0, 22.0, 1e22),
            (1.1, 10.0, 2.593_742_460_100_002_3),
            (0.1, 3.0, 0.001_000_000_000_000_000_2),
            (2.5, 3.7, 29.67413253642086),
            (7.0, 1.0 / 3.0, 1.912931182772389),
            (1.0001, 100_000.0, 22015.456048527954),
            (-8.0, 3.0, -512.0),
            (-2.0, -3.0, -0.125),
            (0.3, 500.0, 3.6360291795869266e-262),
            (1.5, -1800.0, 1.0857597e-317),
        ] {
            assert_eq!(
                portable_power(base, exponent),
                expected,
                "{base} ** {exponent}"
            );
        }
        assert_eq!(portable_power(10.0, 400.0), f64::INFINITY);
        assert!(portable_power(-8.0, 0.3).is_nan());
        assert_eq!(portable_power(f64::NEG_INFINITY, 0.5), f64::INFINITY);
        assert_eq!(portable_power(0.0, 0.0), 1.0);
    }

    proptest! {
        #[test]
        fn close_to_the_platform(base in 1e-10f64..1e10, exponent in -30.0f64..30.0) {
            let (ours, theirs) = (portable_power(base, exponent), base.powf(exponent));
            prop_assert!((ours.to_bits() as i64 - theirs.to_bits() as i64).abs() <= 1);
        }

        #[test]
        fn roots_of_squares(base in 1e-100f64..1e100) {
            prop_assert_eq!(portable_power(base, 1.0), base);
            prop_assert_eq!(portable_power(base, -1.0), 1.0 / base);
        }
    }
}
