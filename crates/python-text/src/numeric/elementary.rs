//! Exponentials, logarithms and the functions of the circle, rounded correctly in all but the
//! rarest cases, for the same reason as [`super::power`]: native builds use the C library as CPython
//! does, WebAssembly would get coarser ones.

use std::f64::consts::FRAC_2_PI;

use super::double::{Double, LN_2, exponential, logarithm, scaled, split_exponent};

macro_rules! functions {
    ($($(#[$doc:meta])* $name:ident, $platform:expr, $portable:ident;)*) => {
        $(
            $(#[$doc])*
            pub fn $name(x: f64) -> f64 {
                if cfg!(target_family = "wasm") { $portable(x) } else { $platform(x) }
            }
        )*
    };
}

functions! {
    /// `e^x`.
    exp, f64::exp, portable_exp;
    /// `2^x`.
    exp2, f64::exp2, portable_exp2;
    /// The natural logarithm.
    ln, f64::ln, portable_ln;
    /// The logarithm to base 2.
    log2, f64::log2, portable_log2;
    /// The logarithm to base 10.
    log10, f64::log10, portable_log10;
    /// The sine.
    sin, f64::sin, portable_sin;
    /// The cosine.
    cos, f64::cos, portable_cos;
    /// The tangent.
    tan, f64::tan, portable_tan;
    /// The arc sine.
    asin, f64::asin, portable_asin;
    /// The arc cosine.
    acos, f64::acos, portable_acos;
    /// The arc tangent.
    atan, f64::atan, portable_atan;
}

/// The angle of the point `(x, y)`.
pub fn atan2(y: f64, x: f64) -> f64 {
    if cfg!(target_family = "wasm") {
        portable_atan2(y, x)
    } else {
        y.atan2(x)
    }
}

fn exp_of(x: Double) -> f64 {
    if x.high > 710.0 {
        return f64::INFINITY;
    }
    if x.high < -746.0 {
        return 0.0;
    }
    let (value, binary) = exponential(x);
    scaled(value, binary)
}

fn portable_exp(x: f64) -> f64 {
    if x == 0.0 || !x.is_finite() {
        x.exp()
    } else {
        exp_of(Double::from(x))
    }
}

fn portable_exp2(x: f64) -> f64 {
    if x.fract() == 0.0 || x.abs() > 1080.0 || x.is_nan() {
        return x.exp2();
    }
    exp_of(LN_2 * Double::from(x))
}

/// The logarithm of a positive number.
fn ln_of(x: f64) -> Double {
    let (mantissa, binary) = split_exponent(x);
    let rest = mantissa - 1.0;
    let log = if rest.abs() < 1e-6 {
        // The series keeps the digits of a logarithm near 0; the difference is exact.
        let rest = Double::from(rest);
        let square = rest * rest;
        let cube = square * rest;
        rest + square.divide(-2.0) + cube.divide(3.0) + (square * square).divide(-4.0)
    } else {
        logarithm(mantissa)
    };
    LN_2 * Double::from(binary as f64) + log
}

fn portable_ln(x: f64) -> f64 {
    if x > 0.0 && x < f64::INFINITY && x != 1.0 {
        ln_of(x).high
    } else {
        x.ln()
    }
}

fn portable_log2(x: f64) -> f64 {
    if !(x > 0.0 && x < f64::INFINITY) || x == 1.0 {
        return x.log2();
    }
    let (mantissa, binary) = split_exponent(x);
    if mantissa == 1.0 {
        return binary as f64;
    }
    (ln_of(mantissa) * LN_2.reciprocal() + Double::from(binary as f64)).high
}

/// The C library computes this one from the natural logarithm, in floats (fdlibm's `e_log10.c`
/// states the formula), so that its last digit is often not the nearest one.
fn portable_log10(x: f64) -> f64 {
    const PER_LN: f64 = std::f64::consts::LOG10_E;
    const TWO_HIGH: f64 = 0.301_029_995_663_611_77;
    const TWO_LOW: f64 = 3.694_239_077_158_931e-13;
    if !(x > 0.0 && x < f64::INFINITY) {
        return x.log10();
    }
    let (x, extra) = if x < f64::MIN_POSITIVE {
        (x * 18_014_398_509_481_984.0, -54)
    } else {
        (x, 0)
    };
    let bits = x.to_bits();
    let exponent = (bits >> 52) as i64 - 1023 + extra;
    let negative = u64::from(exponent < 0);
    let mantissa = f64::from_bits(bits & ((1 << 52) - 1) | (1023 - negative) << 52);
    let exponent = (exponent + negative as i64) as f64;
    (exponent * TWO_LOW + PER_LN * portable_ln(mantissa)) + exponent * TWO_HIGH
}

/// Half of pi, in parts whose sum is exact to 200 bits.
const HALF_PI: [f64; 4] = [
    std::f64::consts::FRAC_PI_2,
    6.123_233_995_736_766e-17,
    -1.497_384_904_859_169_8e-33,
    5.562_271_104_316_826e-50,
];

/// Angles beyond this are left to the platform: the parts of pi do not reach so far.
const LARGEST_ANGLE: f64 = 1e6;

/// `1/n!` for n from 2 on, each as a sum of two floats.
const INVERSE_FACTORIALS: [(f64, f64); 26] = [
    (0.5, 0.0),
    (0.16666666666666666, 9.25185853854297e-18),
    (0.041666666666666664, 2.3129646346357427e-18),
    (0.008333333333333333, 1.1564823173178714e-19),
    (0.001388888888888889, -5.300543954373577e-20),
    (0.0001984126984126984, 1.7209558293420705e-22),
    (2.48015873015873e-05, 2.1511947866775882e-23),
    (2.7557319223985893e-06, -1.858393274046472e-22),
    (2.755731922398589e-07, 2.3767714622250297e-23),
    (2.505210838544172e-08, -1.448814070935912e-24),
    (2.08767569878681e-09, -1.20734505911326e-25),
    (1.6059043836821613e-10, 1.2585294588752098e-26),
    (1.1470745597729725e-11, 2.0655512752830745e-28),
    (7.647163731819816e-13, 7.03872877733453e-30),
    (4.779477332387385e-14, 4.399205485834081e-31),
    (2.8114572543455206e-15, 1.6508842730861433e-31),
    (1.5619206968586225e-16, 1.1910679660273754e-32),
    (8.22063524662433e-18, 2.2141894119604265e-34),
    (4.110317623312165e-19, 1.4412973378659527e-36),
    (1.9572941063391263e-20, -1.3643503830087908e-36),
    (8.896791392450574e-22, -7.911402614872376e-38),
    (3.868170170630684e-23, -8.843177655482344e-40),
    (1.6117375710961184e-24, -3.6846573564509766e-41),
    (6.446950284384474e-26, -1.9330404233703465e-42),
    (2.4795962632247976e-27, -1.2953730964765229e-43),
    (9.183689863795546e-29, 1.4303150396787322e-45),
];

/// A series `first + second·t + …` with the terms `1/n!` for every other n from `start` on, where t
/// is the square of the angle, negated.
fn circle_series(start: usize, square: Double) -> Double {
    let mut total = Double::from(0.0);
    for n in (start..28).step_by(2).collect::<Vec<_>>().into_iter().rev() {
        let (high, low) = INVERSE_FACTORIALS[n - 2];
        total = total * square + Double { high, low };
    }
    total
}

/// Sine and cosine of an angle of moderate size.
fn sin_cos(x: f64) -> (Double, Double) {
    let turns = (x * FRAC_2_PI).round();
    let mut rest = Double::from(x);
    for part in HALF_PI {
        rest = rest + (Double::from(part) * Double::from(-turns));
    }
    let square = (rest * rest).negated();
    let sine = rest + rest * square * circle_series(3, square);
    let cosine = Double::from(1.0) + square * circle_series(2, square);
    match (turns as i64).rem_euclid(4) {
        0 => (sine, cosine),
        1 => (cosine, sine.negated()),
        2 => (sine.negated(), cosine.negated()),
        _ => (cosine.negated(), sine),
    }
}

/// Whether an angle is one that [`sin_cos`] is for.
fn is_moderate(x: f64) -> bool {
    x.abs() < LARGEST_ANGLE && x.abs() > 1e-150
}

fn portable_sin(x: f64) -> f64 {
    if is_moderate(x) {
        sin_cos(x).0.high
    } else {
        x.sin()
    }
}

fn portable_cos(x: f64) -> f64 {
    if is_moderate(x) {
        sin_cos(x).1.high
    } else {
        x.cos()
    }
}

fn quotient(a: Double, b: Double) -> Double {
    a * b.reciprocal()
}

fn portable_tan(x: f64) -> f64 {
    if !is_moderate(x) {
        return x.tan();
    }
    let (sine, cosine) = sin_cos(x);
    quotient(sine, cosine).high
}

fn portable_asin(x: f64) -> f64 {
    let guess = x.asin();
    if !is_moderate(guess) || x.abs() > 0.999_999 {
        return guess;
    }
    let (sine, cosine) = sin_cos(guess);
    (Double::from(guess) + quotient(Double::from(x) + sine.negated(), cosine)).high
}

fn portable_acos(x: f64) -> f64 {
    let guess = x.acos();
    if !is_moderate(guess) || x.abs() > 0.999_999 {
        return guess;
    }
    let (sine, cosine) = sin_cos(guess);
    (Double::from(guess) + quotient(cosine + Double::from(-x), sine)).high
}

fn portable_atan(x: f64) -> f64 {
    portable_atan2(x, 1.0).copysign(x)
}

fn portable_atan2(y: f64, x: f64) -> f64 {
    let guess = y.atan2(x);
    let sizes = [y.abs(), x.abs()];
    if !is_moderate(guess) || sizes.iter().any(|size| !(1e-140..1e140).contains(size)) {
        return guess;
    }
    // One step of Newton's method: the point turned back by the guess lies nearly on the axis.
    let (sine, cosine) = sin_cos(guess);
    let (y, x) = (Double::from(y), Double::from(x));
    let across = y * cosine + (x * sine).negated();
    let along = x * cosine + y * sine;
    (Double::from(guess) + quotient(across, along)).high
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that follow no pattern.
    fn scatter(count: usize, low: f64, high: f64) -> impl Iterator<Item = f64> {
        let mut state = 88_172_645_463_325_252_u64;
        (0..count).map(move |_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            low + (high - low) * ((state >> 11) as f64 / 9_007_199_254_740_992.0)
        })
    }

    /// How many of 4,000 results are not the platform's; none may be further off than one unit.
    fn differing(
        name: &str,
        ours: fn(f64) -> f64,
        platform: fn(f64) -> f64,
        low: f64,
        high: f64,
    ) -> usize {
        let mut count = 0;
        for x in scatter(4000, low, high) {
            let (a, b) = (ours(x), platform(x));
            let distance = (a.to_bits() as i64).abs_diff(b.to_bits() as i64);
            assert!(distance <= 1, "{name}({x:?}) = {a:?}, not {b:?}");
            count += usize::from(distance > 0);
        }
        count
    }

    #[test]
    fn hardly_ever_differ_from_the_platform() {
        for (name, ours, platform, low, high) in [
            (
                "exp",
                portable_exp as fn(f64) -> f64,
                f64::exp as fn(f64) -> f64,
                -20.0,
                20.0,
            ),
            ("exp2", portable_exp2, f64::exp2, -20.0, 20.0),
            ("ln", portable_ln, f64::ln, 0.0, 100.0),
            ("ln near 1", portable_ln, f64::ln, 0.999, 1.001),
            ("log2", portable_log2, f64::log2, 0.0, 100.0),
            ("log10", portable_log10, f64::log10, 0.0, 1e6),
            ("sin", portable_sin, f64::sin, -10.0, 10.0),
            ("cos", portable_cos, f64::cos, -10.0, 10.0),
            ("tan", portable_tan, f64::tan, -10.0, 10.0),
            ("asin", portable_asin, f64::asin, -0.99, 0.99),
            ("acos", portable_acos, f64::acos, -0.99, 0.99),
            ("atan", portable_atan, f64::atan, -10.0, 10.0),
            ("large angles", portable_sin, f64::sin, 1e4, 9e5),
        ] {
            let count = differing(name, ours, platform, low, high);
            assert!(count <= 80, "{name}: {count} of 4000");
        }
    }

    #[test]
    fn powers_have_whole_logarithms() {
        for exponent in 0..23 {
            assert_eq!(portable_log10(10_f64.powi(exponent)), f64::from(exponent));
            assert_eq!(portable_log2(2_f64.powi(exponent)), f64::from(exponent));
        }
    }

    #[test]
    fn special_values_are_the_platforms() {
        for x in [
            0.0,
            -0.0,
            1.0,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NAN,
            1e300,
            -1e300,
            1e-300,
        ] {
            for (ours, platform) in [
                (portable_exp as fn(f64) -> f64, f64::exp as fn(f64) -> f64),
                (portable_sin, f64::sin),
                (portable_atan, f64::atan),
                (portable_ln, f64::ln),
            ] {
                assert!(
                    ours(x) == platform(x) || (ours(x).is_nan() && platform(x).is_nan()),
                    "{x}"
                );
            }
        }
    }
}
