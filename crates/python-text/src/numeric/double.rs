//! Numbers of 106 bits as sums of two floats, for results that are to be rounded once
//! (Dekker, "A floating-point technique for extending the available precision", 1971).

use std::ops::{Add, Mul};

/// A sum of two floats, the second at most half a unit of the first: 106 bits.
#[derive(Clone, Copy)]
pub(super) struct Double {
    pub(super) high: f64,
    pub(super) low: f64,
}

pub(super) const LN_2: Double = Double {
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
    pub(super) fn divide(self, divisor: f64) -> Double {
        let first = self.high / divisor;
        let back = product(first, divisor);
        let rest = (self.high - back.high) - back.low + self.low;
        quick_sum(first, rest / divisor)
    }

    /// `1 / self`, by one step of Newton's method from the float quotient.
    pub(super) fn reciprocal(self) -> Double {
        let guess = Double::from(1.0 / self.high);
        let error = Double::from(1.0) + (self * guess).negated();
        guess + guess * error
    }

    pub(super) fn negated(self) -> Double {
        Double {
            high: -self.high,
            low: -self.low,
        }
    }
}

/// `value × 2^exponent`, rounded once.
pub(super) fn scaled(value: Double, exponent: i64) -> f64 {
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

pub(super) fn times_power_of_two(mut value: f64, mut exponent: i64) -> f64 {
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
pub(super) fn split_exponent(value: f64) -> (f64, i64) {
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

/// The natural logarithm of a number near 1: one step of Newton's method from the float one.
pub(super) fn logarithm(value: f64) -> Double {
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
pub(super) fn exponential(value: Double) -> (Double, i64) {
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
