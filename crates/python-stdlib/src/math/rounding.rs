//! Parts of floats: whole and fractional, mantissa and exponent, neighbours.

use num_bigint::BigInt;
use num_traits::FromPrimitive;

use super::{one, range_error, two};
use brooklet_python::value::{Args, Special, Value};
use brooklet_python::vm::{Result, Vm};

fn to_integer(vm: &mut Vm, x: f64) -> Result<Value> {
    if x.is_nan() {
        return Err(vm.value_error("cannot convert float NaN to integer"));
    }
    match BigInt::from_f64(x) {
        Some(whole) => Ok(Value::from(whole)),
        None => Err(vm.overflow_error("cannot convert float infinity to integer")),
    }
}

fn rounded(
    vm: &mut Vm,
    args: &Args,
    name: &str,
    special: Special,
    round: fn(f64) -> f64,
) -> Result<Value> {
    let value = args.exactly_one(vm, &format!("math.{name}"), 0)?;
    match &value {
        Value::Int(_) | Value::BigInt(_) => return Ok(value),
        Value::Bool(truth) => return Ok(Value::Int(i64::from(*truth))),
        Value::Instance(_) => {
            if let Some(method) = vm.special_method(&value, special) {
                return vm.call(&method, Args::none());
            }
        }
        _ => {}
    }
    if name == "trunc" && !matches!(value, Value::Float(_)) {
        let name = vm.type_name(&value);
        return Err(vm.type_error(format!("type {name} doesn't define __trunc__ method")));
    }
    let x = vm.to_f64(&value)?;
    to_integer(vm, round(x))
}

pub(super) fn floor(vm: &mut Vm, args: Args) -> Result<Value> {
    rounded(vm, &args, "floor", Special::Floor, f64::floor)
}

pub(super) fn ceil(vm: &mut Vm, args: Args) -> Result<Value> {
    rounded(vm, &args, "ceil", Special::Ceil, f64::ceil)
}

pub(super) fn trunc(vm: &mut Vm, args: Args) -> Result<Value> {
    rounded(vm, &args, "trunc", Special::Trunc, f64::trunc)
}

pub(super) fn modf(vm: &mut Vm, args: Args) -> Result<Value> {
    let x = one(vm, &args, "modf")?;
    let fraction = if x.is_infinite() {
        0.0_f64.copysign(x)
    } else {
        x.fract().copysign(x)
    };
    Ok(Value::tuple(vec![
        Value::Float(fraction),
        Value::Float(x.trunc()),
    ]))
}

/// Mantissa in `0.5..1.0` and exponent of two.
pub(super) fn split(x: f64) -> (f64, i64) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let (x, shift) = if x.is_subnormal() {
        (x * 2.0_f64.powi(54), -54)
    } else {
        (x, 0)
    };
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i64 - 1022;
    let mantissa = f64::from_bits(bits & !(0x7ff << 52) | 1022 << 52);
    (mantissa, exponent + shift)
}

/// `x * 2**exponent`, rounded once.
pub(super) fn scale(mut x: f64, mut exponent: i64) -> f64 {
    // Steps of whole powers keep the value normal until the last one.
    while exponent > 1000 {
        x *= 2.0_f64.powi(1000);
        exponent -= 1000;
        if x.is_infinite() {
            return x;
        }
    }
    if exponent < -1000 {
        let (mantissa, old) = split(x);
        if old + exponent < -1080 {
            return 0.0_f64.copysign(x);
        }
        x = mantissa;
        exponent += old;
        if exponent < -1000 {
            return x * 2.0_f64.powi(-1000) * 2.0_f64.powi((exponent + 1000) as i32);
        }
    }
    x * 2.0_f64.powi(exponent as i32)
}

pub(super) fn frexp(vm: &mut Vm, args: Args) -> Result<Value> {
    let (mantissa, exponent) = split(one(vm, &args, "frexp")?);
    Ok(Value::tuple(vec![
        Value::Float(mantissa),
        Value::Int(exponent),
    ]))
}

pub(super) fn ldexp(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "ldexp", 0, 2, 2)?;
    let x = vm.to_f64(&args[0])?;
    let exponent = match &args[1] {
        Value::Int(exponent) => *exponent,
        Value::Bool(truth) => i64::from(*truth),
        Value::BigInt(_) => return Err(range_error(vm)),
        _ => return Err(vm.type_error("Expected an int as second argument to ldexp.")),
    };
    if x == 0.0 || !x.is_finite() {
        return Ok(Value::Float(x));
    }
    let result = scale(x, exponent);
    if result.is_infinite() {
        Err(range_error(vm))
    } else {
        Ok(Value::Float(result))
    }
}

pub(super) fn nextafter(vm: &mut Vm, args: Args) -> Result<Value> {
    let (x, y) = two(vm, &args, "nextafter")?;
    let next = if x.is_nan() || y.is_nan() {
        f64::NAN
    } else if x == y {
        y
    } else if y > x {
        x.next_up()
    } else {
        x.next_down()
    };
    Ok(Value::Float(next))
}

pub(super) fn ulp(vm: &mut Vm, args: Args) -> Result<Value> {
    let x = one(vm, &args, "ulp")?.abs();
    let ulp = if !x.is_finite() {
        x
    } else if x == f64::MAX {
        x - x.next_down()
    } else {
        x.next_up() - x
    };
    Ok(Value::Float(ulp))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splitting_and_scaling_are_inverse() {
        for x in [1.0, -0.75, 3.5e300, 5e-324, 1.7e-310, f64::MAX] {
            let (mantissa, exponent) = split(x);
            assert!((0.5..1.0).contains(&mantissa.abs()));
            assert_eq!(scale(mantissa, exponent), x);
        }
        assert_eq!(scale(1.0, -1074), 5e-324);
        assert_eq!(scale(1.0, -1076), 0.0);
        assert_eq!(scale(1.0, 1024), f64::INFINITY);
    }
}
