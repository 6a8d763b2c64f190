//! The ufuncs: what each makes of floats, of whole numbers and of anything else.

use brooklet_python_compiler::bytecode::{BinaryOp, CompareOp, UnaryOp};
use brooklet_python_text::numeric::elementary;
use brooklet_python_text::numeric::float_division::{divide_with_remainder, remainder};
use brooklet_python_text::numeric::power::power;

/// The type that a ufunc's result has, and what it calculates in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// That of its inputs together.
    Same,
    /// That of its inputs; bools become `int8`.
    Number,
    /// A float of a width that fits the inputs.
    Float,
    /// `float64` at least.
    Quotient,
    /// A bool.
    Truth,
    /// That of its inputs, which may not be floats.
    Whole,
}

/// What is done with texts, complex numbers and objects.
#[derive(Clone, Copy)]
pub(crate) enum General {
    Refused,
    Binary(BinaryOp),
    Compare(CompareOp),
    Unary(UnaryOp),
    Absolute,
    Conjugate,
    /// One of the two, by their order.
    Pick(CompareOp),
    /// By their truths.
    Truth(fn(bool, bool) -> bool),
}

/// A function of elements.
pub(crate) struct Ufunc {
    pub(crate) name: &'static str,
    /// How many inputs there are: one or two.
    pub(crate) inputs: usize,
    pub(crate) rule: Rule,
    /// Of floats; the second is not looked at where there is one input.
    pub(crate) float: fn(f64, f64) -> f64,
    /// Of whole numbers; without it they are made floats.
    pub(crate) whole: Option<fn(i128, i128) -> i128>,
    pub(crate) general: General,
}

/// A ufunc by its name.
pub(crate) fn named(name: &str) -> Option<&'static Ufunc> {
    UFUNCS.iter().find(|ufunc| ufunc.name == name)
}

const fn ufunc(
    name: &'static str,
    inputs: usize,
    rule: Rule,
    float: fn(f64, f64) -> f64,
    whole: Option<fn(i128, i128) -> i128>,
    general: General,
) -> Ufunc {
    Ufunc {
        name,
        inputs,
        rule,
        float,
        whole,
        general,
    }
}

const fn smooth(name: &'static str, float: fn(f64, f64) -> f64) -> Ufunc {
    ufunc(name, 1, Rule::Float, float, None, General::Refused)
}

const fn test(name: &'static str, float: fn(f64, f64) -> f64) -> Ufunc {
    ufunc(name, 1, Rule::Truth, float, None, General::Refused)
}

/// What leaves whole numbers as they are.
const fn step(name: &'static str, float: fn(f64, f64) -> f64) -> Ufunc {
    ufunc(name, 1, Rule::Same, float, Some(|a, _| a), General::Refused)
}

const fn compared(
    name: &'static str,
    float: fn(f64, f64) -> f64,
    whole: fn(i128, i128) -> i128,
    op: CompareOp,
) -> Ufunc {
    ufunc(
        name,
        2,
        Rule::Truth,
        float,
        Some(whole),
        General::Compare(op),
    )
}

const fn paired(name: &'static str, float: fn(f64, f64) -> f64) -> Ufunc {
    ufunc(name, 2, Rule::Float, float, None, General::Refused)
}

const fn bits(name: &'static str, whole: fn(i128, i128) -> i128, op: BinaryOp) -> Ufunc {
    ufunc(
        name,
        2,
        Rule::Whole,
        |a, _| a,
        Some(whole),
        General::Binary(op),
    )
}

fn floor_quotient(a: i128, b: i128) -> i128 {
    match b {
        0 => 0,
        b => a.wrapping_div(b) - i128::from(a % b != 0 && (a < 0) != (b < 0)),
    }
}

fn whole_power(base: i128, exponent: i128) -> i128 {
    let (mut result, mut base, mut left) = (1_i128, base, exponent);
    while left > 0 {
        if left & 1 == 1 {
            result = result.wrapping_mul(base);
        }
        base = base.wrapping_mul(base);
        left >>= 1;
    }
    result
}

fn greatest_divisor(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

fn truth(value: bool) -> f64 {
    f64::from(u8::from(value))
}

fn log_add(a: f64, b: f64) -> f64 {
    if a == b {
        return a + std::f64::consts::LN_2;
    }
    let rest = a - b;
    match rest {
        rest if rest > 0.0 => a + (-rest).exp().ln_1p(),
        rest if rest <= 0.0 => b + rest.exp().ln_1p(),
        rest => rest,
    }
}

/// The next float after `a` towards `b`.
fn next_after(a: f64, b: f64) -> f64 {
    match a.partial_cmp(&b) {
        None => f64::NAN,
        Some(std::cmp::Ordering::Equal) => b,
        Some(std::cmp::Ordering::Less) => a.next_up(),
        Some(std::cmp::Ordering::Greater) => a.next_down(),
    }
}

const DEGREE: f64 = std::f64::consts::PI / 180.0;

pub(crate) static UFUNCS: &[Ufunc] = &[
    ufunc(
        "add",
        2,
        Rule::Same,
        |a, b| a + b,
        Some(i128::wrapping_add),
        General::Binary(BinaryOp::Add),
    ),
    ufunc(
        "subtract",
        2,
        Rule::Same,
        |a, b| a - b,
        Some(i128::wrapping_sub),
        General::Binary(BinaryOp::Subtract),
    ),
    ufunc(
        "multiply",
        2,
        Rule::Same,
        |a, b| a * b,
        Some(i128::wrapping_mul),
        General::Binary(BinaryOp::Multiply),
    ),
    ufunc(
        "divide",
        2,
        Rule::Quotient,
        |a, b| a / b,
        None,
        General::Binary(BinaryOp::Divide),
    ),
    ufunc(
        "floor_divide",
        2,
        Rule::Number,
        |a, b| {
            if b == 0.0 {
                a / b
            } else {
                divide_with_remainder(a, b).0
            }
        },
        Some(floor_quotient),
        General::Binary(BinaryOp::FloorDivide),
    ),
    ufunc(
        "remainder",
        2,
        Rule::Number,
        |a, b| if b == 0.0 { f64::NAN } else { remainder(a, b) },
        Some(|a, b| {
            if b == 0 {
                0
            } else {
                a - b * floor_quotient(a, b)
            }
        }),
        General::Binary(BinaryOp::Modulo),
    ),
    ufunc(
        "fmod",
        2,
        Rule::Number,
        |a, b| a % b,
        Some(|a, b| if b == 0 { 0 } else { a % b }),
        General::Refused,
    ),
    ufunc(
        "power",
        2,
        Rule::Number,
        power,
        Some(whole_power),
        General::Binary(BinaryOp::Power),
    ),
    ufunc(
        "float_power",
        2,
        Rule::Quotient,
        power,
        None,
        General::Binary(BinaryOp::Power),
    ),
    ufunc(
        "maximum",
        2,
        Rule::Same,
        |a, b| if a.is_nan() || a >= b { a } else { b },
        Some(i128::max),
        General::Pick(CompareOp::GreaterEqual),
    ),
    ufunc(
        "minimum",
        2,
        Rule::Same,
        |a, b| if a.is_nan() || a <= b { a } else { b },
        Some(i128::min),
        General::Pick(CompareOp::LessEqual),
    ),
    ufunc(
        "fmax",
        2,
        Rule::Same,
        f64::max,
        Some(i128::max),
        General::Pick(CompareOp::GreaterEqual),
    ),
    ufunc(
        "fmin",
        2,
        Rule::Same,
        f64::min,
        Some(i128::min),
        General::Pick(CompareOp::LessEqual),
    ),
    compared(
        "equal",
        |a, b| truth(a == b),
        |a, b| (a == b).into(),
        CompareOp::Equal,
    ),
    compared(
        "not_equal",
        |a, b| truth(a != b),
        |a, b| (a != b).into(),
        CompareOp::NotEqual,
    ),
    compared(
        "less",
        |a, b| truth(a < b),
        |a, b| (a < b).into(),
        CompareOp::Less,
    ),
    compared(
        "less_equal",
        |a, b| truth(a <= b),
        |a, b| (a <= b).into(),
        CompareOp::LessEqual,
    ),
    compared(
        "greater",
        |a, b| truth(a > b),
        |a, b| (a > b).into(),
        CompareOp::Greater,
    ),
    compared(
        "greater_equal",
        |a, b| truth(a >= b),
        |a, b| (a >= b).into(),
        CompareOp::GreaterEqual,
    ),
    ufunc(
        "logical_and",
        2,
        Rule::Truth,
        |a, b| truth(a != 0.0 && b != 0.0),
        Some(|a, b| (a != 0 && b != 0).into()),
        General::Truth(|a, b| a && b),
    ),
    ufunc(
        "logical_or",
        2,
        Rule::Truth,
        |a, b| truth(a != 0.0 || b != 0.0),
        Some(|a, b| (a != 0 || b != 0).into()),
        General::Truth(|a, b| a || b),
    ),
    ufunc(
        "logical_xor",
        2,
        Rule::Truth,
        |a, b| truth((a != 0.0) != (b != 0.0)),
        Some(|a, b| ((a != 0) != (b != 0)).into()),
        General::Truth(|a, b| a != b),
    ),
    ufunc(
        "logical_not",
        1,
        Rule::Truth,
        |a, _| truth(a == 0.0),
        Some(|a, _| (a == 0).into()),
        General::Truth(|a, _| !a),
    ),
    bits("bitwise_and", |a, b| a & b, BinaryOp::And),
    bits("bitwise_or", |a, b| a | b, BinaryOp::Or),
    bits("bitwise_xor", |a, b| a ^ b, BinaryOp::Xor),
    bits(
        "left_shift",
        |a, b| if (0..64).contains(&b) { a << b } else { 0 },
        BinaryOp::LeftShift,
    ),
    bits(
        "right_shift",
        |a, b| {
            if (0..64).contains(&b) {
                a >> b
            } else if a < 0 {
                -1
            } else {
                0
            }
        },
        BinaryOp::RightShift,
    ),
    ufunc(
        "gcd",
        2,
        Rule::Whole,
        |a, _| a,
        Some(greatest_divisor),
        General::Refused,
    ),
    ufunc(
        "lcm",
        2,
        Rule::Whole,
        |a, _| a,
        Some(|a, b| {
            if a == 0 || b == 0 {
                0
            } else {
                (a / greatest_divisor(a, b) * b).abs()
            }
        }),
        General::Refused,
    ),
    ufunc(
        "invert",
        1,
        Rule::Whole,
        |a, _| a,
        Some(|a, _| !a),
        General::Unary(UnaryOp::Invert),
    ),
    ufunc(
        "negative",
        1,
        Rule::Same,
        |a, _| -a,
        Some(|a, _| a.wrapping_neg()),
        General::Unary(UnaryOp::Negative),
    ),
    ufunc(
        "positive",
        1,
        Rule::Same,
        |a, _| a,
        Some(|a, _| a),
        General::Unary(UnaryOp::Positive),
    ),
    ufunc(
        "absolute",
        1,
        Rule::Same,
        |a, _| a.abs(),
        Some(|a, _| a.abs()),
        General::Absolute,
    ),
    ufunc(
        "conjugate",
        1,
        Rule::Number,
        |a, _| a,
        Some(|a, _| a),
        General::Conjugate,
    ),
    smooth("fabs", |a, _| a.abs()),
    ufunc(
        "sign",
        1,
        Rule::Same,
        |a, _| {
            if a.is_nan() || a == 0.0 {
                a
            } else {
                a.signum()
            }
        },
        Some(|a, _| a.signum()),
        General::Refused,
    ),
    ufunc(
        "square",
        1,
        Rule::Number,
        |a, _| a * a,
        Some(|a, _| a.wrapping_mul(a)),
        General::Refused,
    ),
    ufunc(
        "reciprocal",
        1,
        Rule::Number,
        |a, _| 1.0 / a,
        Some(|a, _| if a == 0 { i128::from(i64::MIN) } else { 1 / a }),
        General::Refused,
    ),
    smooth("sqrt", |a, _| a.sqrt()),
    smooth("cbrt", |a, _| a.cbrt()),
    smooth("exp", |a, _| elementary::exp(a)),
    smooth("exp2", |a, _| elementary::exp2(a)),
    smooth("expm1", |a, _| a.exp_m1()),
    smooth("log", |a, _| elementary::ln(a)),
    smooth("log2", |a, _| elementary::log2(a)),
    smooth("log10", |a, _| elementary::log10(a)),
    smooth("log1p", |a, _| a.ln_1p()),
    smooth("sin", |a, _| elementary::sin(a)),
    smooth("cos", |a, _| elementary::cos(a)),
    smooth("tan", |a, _| elementary::tan(a)),
    smooth("arcsin", |a, _| elementary::asin(a)),
    smooth("arccos", |a, _| elementary::acos(a)),
    smooth("arctan", |a, _| elementary::atan(a)),
    smooth("sinh", |a, _| a.sinh()),
    smooth("cosh", |a, _| a.cosh()),
    smooth("tanh", |a, _| a.tanh()),
    smooth("arcsinh", |a, _| a.asinh()),
    smooth("arccosh", |a, _| a.acosh()),
    smooth("arctanh", |a, _| a.atanh()),
    smooth("rint", |a, _| a.round_ties_even()),
    smooth("deg2rad", |a, _| a * DEGREE),
    smooth("rad2deg", |a, _| a * (180.0 / std::f64::consts::PI)),
    smooth("spacing", |a, _| (a.abs().next_up() - a.abs()).copysign(a)),
    step("floor", |a, _| a.floor()),
    step("ceil", |a, _| a.ceil()),
    step("trunc", |a, _| a.trunc()),
    test("isnan", |a, _| truth(a.is_nan())),
    test("isinf", |a, _| truth(a.is_infinite())),
    test("isfinite", |a, _| truth(a.is_finite())),
    test("signbit", |a, _| truth(a.is_sign_negative())),
    paired("arctan2", elementary::atan2),
    paired("hypot", f64::hypot),
    paired("copysign", f64::copysign),
    paired("nextafter", next_after),
    paired("logaddexp", log_add),
    paired("heaviside", |a, b| {
        if a.is_nan() {
            a
        } else if a == 0.0 {
            b
        } else {
            truth(a > 0.0)
        }
    }),
];
