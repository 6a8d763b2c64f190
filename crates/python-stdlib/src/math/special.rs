//! The gamma function.

use std::f64::consts::PI;

use brooklet_python_text::numeric::elementary::{cos, exp, ln, sin};
use brooklet_python_text::numeric::power::power;

use super::{domain_error, one, range_error};
use brooklet_python::value::{Args, Value};
use brooklet_python::vm::{Result, Vm};

/// Lanczos' approximation with these constants (N = 13) is exact to double precision; they are
/// those published with Boost's `lanczos13m53`.
const G: f64 = 6.024_680_040_776_73;
const NUMERATOR: [f64; 13] = [
    23_531_376_880.410_76,
    42_919_803_642.649_1,
    35_711_959_237.355_67,
    17_921_034_426.037_21,
    6_039_542_586.352_028,
    1_439_720_407.311_721_6,
    248_874_557.862_054_17,
    31_426_415.585_400_194,
    2_876_370.628_935_372_5,
    186_056.265_395_223_48,
    8_071.672_002_365_816,
    210.824_277_751_579_36,
    2.506_628_274_631_000_2,
];
const DENOMINATOR: [f64; 13] = [
    0.0,
    39_916_800.0,
    120_543_840.0,
    150_917_976.0,
    105_258_076.0,
    45_995_730.0,
    13_339_535.0,
    2_637_558.0,
    357_423.0,
    32_670.0,
    1_925.0,
    66.0,
    1.0,
];

fn lanczos(x: f64) -> f64 {
    let (mut top, mut bottom) = (0.0, 0.0);
    if x < 5.0 {
        for (a, b) in NUMERATOR.iter().zip(DENOMINATOR).rev() {
            top = top * x + a;
            bottom = bottom * x + b;
        }
    } else {
        for (a, b) in NUMERATOR.iter().zip(DENOMINATOR) {
            top = top / x + a;
            bottom = bottom / x + b;
        }
    }
    top / bottom
}

/// `sin(pi x)`, exact at whole numbers.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let value = match (2.0 * y).round() as i64 {
        0 => sin(PI * y),
        1 => cos(PI * (y - 0.5)),
        2 => sin(PI * (1.0 - y)),
        3 => -cos(PI * (y - 1.5)),
        _ => sin(PI * (y - 2.0)),
    };
    value * 1.0_f64.copysign(x)
}

pub(super) fn gamma(vm: &mut Vm, args: Args) -> Result<Value> {
    let x = one(vm, &args, "gamma")?;
    if x.is_nan() || x == f64::INFINITY {
        return Ok(Value::Float(x));
    }
    if x == f64::NEG_INFINITY || x == 0.0 || (x < 0.0 && x == x.floor()) {
        return Err(domain_error(vm));
    }
    if x == x.floor() && x <= 23.0 {
        return Ok(Value::Float(
            (1..x as u64).fold(1.0, |product, factor| product * factor as f64),
        ));
    }
    let size = x.abs();
    if size < 1e-20 {
        let result = 1.0 / x;
        return if result.is_infinite() {
            Err(range_error(vm))
        } else {
            Ok(Value::Float(result))
        };
    }
    if size > 200.0 {
        return if x < 0.0 {
            Ok(Value::Float(0.0 / sin_pi(x)))
        } else {
            Err(range_error(vm))
        };
    }
    let y = size + (G - 0.5);
    // What adding lost.
    let lost = if size > G - 0.5 {
        (y - size) - (G - 0.5)
    } else {
        (y - (G - 0.5)) - size
    };
    let mut correction = lost * G / y;
    let result = if x < 0.0 {
        let mut r = -PI / sin_pi(size) / size * exp(y) / lanczos(size);
        r -= correction * r;
        if size < 140.0 {
            r / power(y, size - 0.5)
        } else {
            let root = power(y, size / 2.0 - 0.25);
            r / root / root
        }
    } else {
        let mut r = lanczos(size) / exp(y);
        correction *= r;
        r += correction;
        if size < 140.0 {
            r * power(y, size - 0.5)
        } else {
            let root = power(y, size / 2.0 - 0.25);
            r * root * root
        }
    };
    if result.is_infinite() {
        Err(range_error(vm))
    } else {
        Ok(Value::Float(result))
    }
}

pub(super) fn log_gamma(vm: &mut Vm, args: Args) -> Result<Value> {
    let x = one(vm, &args, "lgamma")?;
    if !x.is_finite() {
        return Ok(Value::Float(if x.is_nan() { x } else { f64::INFINITY }));
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 {
            Err(domain_error(vm))
        } else {
            Ok(Value::Float(0.0))
        };
    }
    let size = x.abs();
    if size < 1e-20 {
        return Ok(Value::Float(-ln(size)));
    }
    let mut result = ln(lanczos(size)) - G;
    result += (size - 0.5) * (ln(size + G - 0.5) - 1.0);
    if x < 0.0 {
        // Euler's reflection.
        result = 1.144_729_885_849_400_2 - ln(sin_pi(size).abs()) - ln(size) - result;
    }
    if result.is_infinite() {
        Err(range_error(vm))
    } else {
        Ok(Value::Float(result))
    }
}
