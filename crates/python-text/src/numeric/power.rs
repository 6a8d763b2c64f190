//! Powers of floats, rounded correctly in all but the rarest cases.
//!
//! CPython uses the C library's `pow`, whose error is just above half a unit in the last place.
//! Native builds use the same; what Rust brings for WebAssembly is coarser, so there the power is
//! computed with sums of two floats.

use super::double::{Double, LN_2, exponential, logarithm, scaled, split_exponent};

/// `base ** exponent` where the result is real, as C's `pow` defines its special cases.
pub fn power(base: f64, exponent: f64) -> f64 {
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
