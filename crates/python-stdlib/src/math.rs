//! `math`.

mod integers;
mod rounding;
mod special;
mod sums;

use std::f64::consts;

use brooklet_python_compiler::bytecode::BinaryOp;
use brooklet_python_text::numeric::elementary;
use brooklet_python_text::numeric::power::power;
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use brooklet_python::value::{Args, Module, NativeFn, Value};
use brooklet_python::vm::{ExceptionKind, Level, Raise, Result, Vm};

macro_rules! real {
    ($name:literal, $function:expr) => {
        ($name, |vm, args| {
            let x = one(vm, &args, $name)?;
            checked(vm, x, $function(x), false)
        })
    };
    (may overflow $name:literal, $function:expr) => {
        ($name, |vm, args| {
            let x = one(vm, &args, $name)?;
            checked(vm, x, $function(x), true)
        })
    };
}

macro_rules! predicate {
    ($name:literal, $function:expr) => {
        ($name, |vm, args| {
            let x = one(vm, &args, $name)?;
            Ok(Value::Bool($function(x)))
        })
    };
}

const FUNCTIONS: &[(&str, NativeFn)] = &[
    real!("sqrt", f64::sqrt),
    real!("cbrt", f64::cbrt),
    real!(may overflow "exp", elementary::exp),
    real!(may overflow "exp2", elementary::exp2),
    real!(may overflow "expm1", f64::exp_m1),
    real!("sin", elementary::sin),
    real!("cos", elementary::cos),
    real!("tan", elementary::tan),
    real!("asin", elementary::asin),
    real!("acos", elementary::acos),
    real!("atan", elementary::atan),
    real!(may overflow "sinh", f64::sinh),
    real!(may overflow "cosh", f64::cosh),
    real!("tanh", f64::tanh),
    real!("asinh", f64::asinh),
    real!("acosh", f64::acosh),
    real!("fabs", f64::abs),
    real!("degrees", |x: f64| x * (180.0 / consts::PI)),
    real!("radians", |x: f64| x * (consts::PI / 180.0)),
    real!("erf", libm::erf),
    real!("erfc", libm::erfc),
    predicate!("isnan", f64::is_nan),
    predicate!("isinf", f64::is_infinite),
    predicate!("isfinite", f64::is_finite),
    ("atanh", atanh),
    ("log", log),
    ("log1p", log1p),
    ("log2", log2),
    ("log10", log10),
    ("pow", pow),
    ("atan2", |vm, args| {
        two(vm, &args, "atan2").map(|(y, x)| Value::Float(elementary::atan2(y, x)))
    }),
    ("copysign", |vm, args| {
        two(vm, &args, "copysign").map(|(x, y)| Value::Float(x.copysign(y)))
    }),
    ("fmod", fmod),
    ("remainder", remainder),
    ("isclose", isclose),
    ("gamma", special::gamma),
    ("lgamma", special::log_gamma),
    ("floor", rounding::floor),
    ("ceil", rounding::ceil),
    ("trunc", rounding::trunc),
    ("modf", rounding::modf),
    ("frexp", rounding::frexp),
    ("ldexp", rounding::ldexp),
    ("nextafter", rounding::nextafter),
    ("ulp", rounding::ulp),
    ("factorial", integers::factorial),
    ("gcd", integers::gcd),
    ("lcm", integers::lcm),
    ("isqrt", integers::isqrt),
    ("comb", integers::comb),
    ("perm", integers::perm),
    ("fsum", sums::fsum),
    ("prod", sums::prod),
    ("dist", sums::dist),
    ("hypot", sums::hypot),
];

pub(super) fn define(_: &mut Vm, module: &Module) -> Result<()> {
    super::replayed_functions(module, Level::Call, FUNCTIONS);
    for (name, value) in [
        ("pi", consts::PI),
        ("e", consts::E),
        ("tau", consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        module.set(name, Value::Float(value));
    }
    Ok(())
}

fn one(vm: &mut Vm, args: &Args, name: &str) -> Result<f64> {
    let value = args.exactly_one(vm, &format!("math.{name}"), 0)?;
    vm.to_f64(&value)
}

fn two(vm: &mut Vm, args: &Args, name: &str) -> Result<(f64, f64)> {
    args.between(vm, name, 0, 2, 2)?;
    Ok((vm.to_f64(&args[0])?, vm.to_f64(&args[1])?))
}

fn domain_error(vm: &Vm) -> Raise {
    vm.value_error("math domain error")
}

fn range_error(vm: &Vm) -> Raise {
    vm.error(ExceptionKind::OverflowError, "math range error")
}

/// The result of a function of `x`: not a number from a number is outside the domain; infinite
/// from a finite number is outside the range, or a pole.
fn checked(vm: &mut Vm, x: f64, result: f64, may_overflow: bool) -> Result<Value> {
    if result.is_nan() && !x.is_nan() {
        return Err(domain_error(vm));
    }
    if result.is_infinite() && x.is_finite() {
        return Err(if may_overflow {
            range_error(vm)
        } else {
            domain_error(vm)
        });
    }
    Ok(Value::Float(result))
}

fn atanh(vm: &mut Vm, args: Args) -> Result<Value> {
    let x = one(vm, &args, "atanh")?;
    if x.abs() < 1.0 || x.is_nan() {
        Ok(Value::Float(x.atanh()))
    } else {
        Err(domain_error(vm))
    }
}

/// An `int`, if the value is one.
fn as_integer(value: &Value) -> Option<BigInt> {
    match value {
        Value::BigInt(big) => Some((**big).clone()),
        Value::Int(small) => Some(BigInt::from(*small)),
        Value::Bool(truth) => Some(BigInt::from(i64::from(*truth))),
        _ => None,
    }
}

/// A logarithm of a number of any size.
fn log_of(vm: &mut Vm, value: &Value, log: fn(f64) -> f64, of_two: f64) -> Result<f64> {
    if let Value::BigInt(big) = value {
        if big.is_positive() && big.to_f64().is_none_or(f64::is_infinite) {
            // Too large for a float: the logarithm of the leading bits and of the power of two.
            let shift = big.bits() - 64;
            let leading = (&**big >> shift).to_f64().unwrap_or(f64::INFINITY);
            return Ok(log(leading) + of_two * shift as f64);
        }
        if !big.is_positive() {
            return Err(domain_error(vm));
        }
    }
    let x = vm.to_f64(value)?;
    if x <= 0.0 {
        return Err(domain_error(vm));
    }
    Ok(log(x))
}

fn log(vm: &mut Vm, args: Args) -> Result<Value> {
    args.no_keywords(vm, "math.log")?;
    if !(1..=2).contains(&args.len()) {
        let given = args.len();
        let bound = if given == 0 {
            "at least 1 argument"
        } else {
            "at most 2 arguments"
        };
        return Err(vm.type_error(format!("log expected {bound}, got {given}")));
    }
    let numerator = log_of(vm, &args[0], elementary::ln, consts::LN_2)?;
    let Some(base) = args.get(1) else {
        return Ok(Value::Float(numerator));
    };
    let denominator = log_of(vm, base, elementary::ln, consts::LN_2)?;
    vm.binary(
        BinaryOp::Divide,
        &Value::Float(numerator),
        &Value::Float(denominator),
    )
}

fn log1p(vm: &mut Vm, args: Args) -> Result<Value> {
    let x = one(vm, &args, "log1p")?;
    if x <= -1.0 {
        Err(domain_error(vm))
    } else {
        Ok(Value::Float(x.ln_1p()))
    }
}

fn log2(vm: &mut Vm, args: Args) -> Result<Value> {
    let value = args.exactly_one(vm, "math.log2", 0)?;
    log_of(vm, &value, elementary::log2, 1.0).map(Value::Float)
}

fn log10(vm: &mut Vm, args: Args) -> Result<Value> {
    let value = args.exactly_one(vm, "math.log10", 0)?;
    log_of(vm, &value, elementary::log10, consts::LOG10_2).map(Value::Float)
}

fn pow(vm: &mut Vm, args: Args) -> Result<Value> {
    let (x, y) = two(vm, &args, "pow")?;
    let result = power(x, y);
    if x.is_finite() && y.is_finite() {
        if result.is_nan() || (x == 0.0 && y < 0.0) {
            return Err(domain_error(vm));
        }
        if result.is_infinite() {
            return Err(range_error(vm));
        }
    }
    Ok(Value::Float(result))
}

fn fmod(vm: &mut Vm, args: Args) -> Result<Value> {
    let (x, y) = two(vm, &args, "fmod")?;
    if (x.is_infinite() && !y.is_nan()) || (y == 0.0 && !x.is_nan()) {
        return Err(domain_error(vm));
    }
    Ok(Value::Float(x % y))
}

fn remainder(vm: &mut Vm, args: Args) -> Result<Value> {
    let (x, y) = two(vm, &args, "remainder")?;
    if x.is_nan() || y.is_nan() {
        return Ok(Value::Float(x + y));
    }
    if x.is_infinite() || y == 0.0 {
        return Err(domain_error(vm));
    }
    if y.is_infinite() {
        return Ok(Value::Float(x));
    }
    let (size, step) = (x.abs(), y.abs());
    let rest = size % step;
    let other = step - rest;
    let nearest = if rest < other {
        rest
    } else if rest > other {
        -other
    } else {
        // Half way: to the even multiple.
        rest - 2.0 * ((0.5 * (size - rest)) % step)
    };
    Ok(Value::Float(1.0_f64.copysign(x) * nearest))
}

fn isclose(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let relative = args.take_keyword("rel_tol");
    let absolute = args.take_keyword("abs_tol");
    let [a, b] = args
        .bind(vm, "isclose", 0, ["a", "b"], 2)?
        .map(Option::unwrap_or_default);
    let (a, b) = (vm.to_f64(&a)?, vm.to_f64(&b)?);
    let relative = relative.map_or(Ok(1e-9), |value| vm.to_f64(&value))?;
    let absolute = absolute.map_or(Ok(0.0), |value| vm.to_f64(&value))?;
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::Bool(true));
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::Bool(false));
    }
    let difference = (b - a).abs();
    let close = difference <= (relative * b).abs()
        || difference <= (relative * a).abs()
        || difference <= absolute;
    Ok(Value::Bool(close))
}
