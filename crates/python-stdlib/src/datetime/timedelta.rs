//! `datetime.timedelta`.

use std::sync::Arc;

use brooklet_python_compiler::bytecode::{BinaryOp, CompareOp};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive};

use super::delta;
use brooklet_python::native_class::{data, object_of, pickle_state};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{Args, ClassBuilder, NativeData, NativeFn, Value};
use brooklet_python::vm::{Result, Vm};

/// A difference between two moments.
#[derive(Clone, Copy)]
pub(super) struct TimeDelta {
    pub(super) microseconds: i128,
}

/// Microseconds of a day.
pub(super) const DAY: i128 = 86_400_000_000;
/// The largest number of days.
pub(super) const LARGEST_DAYS: i128 = 999_999_999;

impl TimeDelta {
    fn days(&self) -> i128 {
        self.microseconds.div_euclid(DAY)
    }

    fn seconds(&self) -> i128 {
        self.microseconds.rem_euclid(DAY) / 1_000_000
    }

    fn micros(&self) -> i128 {
        self.microseconds.rem_euclid(1_000_000)
    }

    fn total_seconds(&self) -> f64 {
        // Exact numerator over 10**6, rounded once by the division as long as it fits 53 bits.
        self.microseconds as f64 / 1e6
    }
}

impl NativeData for TimeDelta {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let state = Value::from(BigInt::from(self.microseconds));
        pickle_state(vm, &state, |vm, state| {
            let microseconds = vm.to_index(&state)?.to_i128().unwrap_or_default();
            Ok(delta(vm, microseconds))
        })
    }
}

const METHODS: &[(&str, NativeFn)] = &[
    ("total_seconds", |vm, args| {
        Ok(Value::Float(this(vm, &args)?.total_seconds()))
    }),
    ("__repr__", repr),
    ("__str__", text),
    ("__bool__", |vm, args| {
        Ok(Value::Bool(this(vm, &args)?.microseconds != 0))
    }),
    ("__hash__", |vm, args| {
        let this = this(vm, &args)?;
        let parts = [this.days(), this.seconds(), this.micros()];
        let tuple = Value::tuple(
            parts
                .into_iter()
                .map(|part| Value::Int(part as i64))
                .collect(),
        );
        vm.hash(&tuple).map(Value::Int)
    }),
    ("__eq__", |vm, args| compare(vm, &args, CompareOp::Equal)),
    ("__ne__", |vm, args| compare(vm, &args, CompareOp::NotEqual)),
    ("__lt__", |vm, args| compare(vm, &args, CompareOp::Less)),
    ("__le__", |vm, args| {
        compare(vm, &args, CompareOp::LessEqual)
    }),
    ("__gt__", |vm, args| compare(vm, &args, CompareOp::Greater)),
    ("__ge__", |vm, args| {
        compare(vm, &args, CompareOp::GreaterEqual)
    }),
    ("__add__", |vm, args| with_other(vm, &args, |a, b| a + b)),
    ("__radd__", |vm, args| with_other(vm, &args, |a, b| a + b)),
    ("__sub__", |vm, args| with_other(vm, &args, |a, b| a - b)),
    ("__rsub__", |vm, args| with_other(vm, &args, |a, b| b - a)),
    ("__neg__", |vm, args| {
        this(vm, &args).and_then(|this| checked(vm, -this.microseconds))
    }),
    ("__pos__", |vm, args| {
        this(vm, &args).and_then(|this| checked(vm, this.microseconds))
    }),
    ("__abs__", |vm, args| {
        this(vm, &args).and_then(|this| checked(vm, this.microseconds.abs()))
    }),
    ("__mul__", multiply),
    ("__rmul__", multiply),
    ("__truediv__", divide),
    ("__floordiv__", floor_divide),
    ("__mod__", modulo),
    ("__divmod__", |vm, args| {
        let quotient = floor_divide(vm, args.clone())?;
        if matches!(quotient, Value::NotImplemented)
            || args.get(1).and_then(data::<TimeDelta>).is_none()
        {
            return Ok(Value::NotImplemented);
        }
        let rest = modulo(vm, args)?;
        Ok(Value::tuple(vec![quotient, rest]))
    }),
];

pub(super) fn define(class: ClassBuilder) -> ClassBuilder {
    let mut class = class
        .constructor(|vm, class, args| {
            let names = [
                "days",
                "seconds",
                "microseconds",
                "milliseconds",
                "minutes",
                "hours",
                "weeks",
            ];
            let parts = args.bind(vm, "timedelta", 0, names, 0)?;
            let microseconds = total(vm, parts)?;
            in_range(vm, microseconds)?;
            Ok(object_of(class, TimeDelta { microseconds }))
        })
        .methods(METHODS);
    super::member!(
        class,
        "days",
        "datetime.timedelta",
        |this: &TimeDelta| this.days() as i64
    );
    super::member!(
        class,
        "seconds",
        "datetime.timedelta",
        |this: &TimeDelta| this.seconds() as i64
    );
    super::member!(
        class,
        "microseconds",
        "datetime.timedelta",
        |this: &TimeDelta| this.micros() as i64
    );
    class
}

fn this(vm: &mut Vm, args: &Args) -> Result<TimeDelta> {
    match args.get(0).and_then(data::<TimeDelta>) {
        Some(this) => Ok(*this),
        None => Err(vm.type_error("descriptor requires a 'datetime.timedelta' object")),
    }
}

fn in_range(vm: &mut Vm, microseconds: i128) -> Result<()> {
    let days = microseconds.div_euclid(DAY);
    if i32::try_from(days).is_err() {
        return Err(vm.overflow_error("Python int too large to convert to C int"));
    }
    if days.abs() > LARGEST_DAYS {
        return Err(vm.overflow_error(format!("days={days}; must have magnitude <= 999999999")));
    }
    Ok(())
}

fn checked(vm: &mut Vm, microseconds: i128) -> Result<Value> {
    in_range(vm, microseconds)?;
    Ok(delta(vm, microseconds))
}

/// The sum of the parts. Fractions are added up and rounded once, halves to even.
fn total(vm: &mut Vm, parts: [Option<Value>; 7]) -> Result<i128> {
    const NAMES: [&str; 7] = [
        "days",
        "seconds",
        "microseconds",
        "milliseconds",
        "minutes",
        "hours",
        "weeks",
    ];
    // No part that is farther from zero can give a duration, and the sum of such parts fits.
    const FAR: i128 = 10_i128.pow(24);
    const FACTORS: [i128; 7] = [DAY, 1_000_000, 1, 1_000, 60_000_000, 3_600_000_000, 7 * DAY];
    let (mut sum, mut left) = (0_i128, 0.0_f64);
    for ((part, factor), name) in parts.into_iter().zip(FACTORS).zip(NAMES) {
        match part {
            None => {}
            Some(Value::Int(whole)) => sum += i128::from(whole) * factor,
            Some(Value::Bool(whole)) => sum += i128::from(whole) * factor,
            Some(Value::BigInt(whole)) => {
                let far = if whole.is_negative() { -FAR } else { FAR };
                let whole = whole.to_i128().unwrap_or(far);
                sum += whole.clamp(-FAR, FAR) * factor;
            }
            Some(Value::Float(number)) => {
                if number.is_nan() {
                    return Err(vm.value_error("cannot convert float NaN to integer"));
                }
                if number.is_infinite() {
                    return Err(vm.overflow_error("cannot convert float infinity to integer"));
                }
                sum += (number.trunc() as i128).clamp(-FAR, FAR) * factor;
                let fraction = number.fract() * factor as f64;
                sum += fraction.trunc() as i128;
                left += fraction.fract();
            }
            Some(other) => {
                let kind = vm.type_name(&other);
                return Err(vm.type_error(format!(
                    "unsupported type for timedelta {name} component: {kind}"
                )));
            }
        }
    }
    let whole = left.round_ties_even();
    // Half way, what counts as even is the whole sum.
    let mut rounded = whole as i128;
    if (left - left.trunc()).abs() == 0.5 {
        let low = left.floor() as i128;
        rounded = if (sum + low) % 2 == 0 { low } else { low + 1 };
    }
    Ok(sum + rounded)
}

fn with_other(vm: &mut Vm, args: &Args, combine: fn(i128, i128) -> i128) -> Result<Value> {
    let this = this(vm, args)?;
    match args.get(1).and_then(data::<TimeDelta>) {
        Some(other) => checked(vm, combine(this.microseconds, other.microseconds)),
        None => Ok(Value::NotImplemented),
    }
}

fn compare(vm: &mut Vm, args: &Args, op: CompareOp) -> Result<Value> {
    let this = this(vm, args)?;
    let Some(other) = args.get(1).and_then(data::<TimeDelta>) else {
        return Ok(Value::NotImplemented);
    };
    Ok(Value::Bool(super::date::ordered(
        this.microseconds.cmp(&other.microseconds),
        op,
    )))
}

/// The quotient rounded to the nearest whole number, halves to even.
fn divide_nearest(numerator: &BigInt, denominator: &BigInt) -> BigInt {
    let (quotient, rest) = numerator.div_mod_floor(denominator);
    let doubled = rest.abs() * 2;
    let size = denominator.abs();
    let up = doubled > size || (doubled == size && quotient.is_odd());
    if up { quotient + 1 } else { quotient }
}

/// A float as a fraction.
fn fraction(vm: &mut Vm, number: f64) -> Result<(BigInt, BigInt)> {
    let ratio = vm.call_method(&Value::Float(number), "as_integer_ratio", Args::none())?;
    let parts = vm.collect(&ratio)?;
    Ok((vm.to_index(&parts[0])?, vm.to_index(&parts[1])?))
}

fn from_big(vm: &mut Vm, microseconds: &BigInt) -> Result<Value> {
    match microseconds.to_i128() {
        Some(microseconds) => checked(vm, microseconds),
        None => Err(vm.overflow_error("Python int too large to convert to C int")),
    }
}

fn multiply(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = BigInt::from(this(vm, &args)?.microseconds);
    match &args[1] {
        factor @ (Value::Int(_) | Value::BigInt(_) | Value::Bool(_)) => {
            let factor = vm.to_index(factor)?;
            from_big(vm, &(this * factor))
        }
        Value::Float(factor) => {
            let (top, bottom) = fraction(vm, *factor)?;
            from_big(vm, &divide_nearest(&(this * top), &bottom))
        }
        _ => Ok(Value::NotImplemented),
    }
}

fn divide(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = BigInt::from(this(vm, &args)?.microseconds);
    if let Some(other) = args.get(1).and_then(data::<TimeDelta>) {
        let other = Value::from(BigInt::from(other.microseconds));
        return vm.binary(BinaryOp::Divide, &Value::from(this), &other);
    }
    match &args[1] {
        divisor @ (Value::Int(_) | Value::BigInt(_) | Value::Bool(_)) => {
            let divisor = vm.to_index(divisor)?;
            if divisor == BigInt::from(0) {
                return Err(vm.zero_division("integer division or modulo by zero"));
            }
            from_big(vm, &divide_nearest(&this, &divisor))
        }
        Value::Float(divisor) => {
            if *divisor == 0.0 {
                return Err(vm.zero_division("integer division or modulo by zero"));
            }
            let (top, bottom) = fraction(vm, *divisor)?;
            from_big(vm, &divide_nearest(&(this * bottom), &top))
        }
        _ => Ok(Value::NotImplemented),
    }
}

fn floor_divide(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = Value::from(BigInt::from(this(vm, &args)?.microseconds));
    if let Some(other) = args.get(1).and_then(data::<TimeDelta>) {
        let other = Value::from(BigInt::from(other.microseconds));
        return vm.binary(BinaryOp::FloorDivide, &this, &other);
    }
    match &args[1] {
        divisor @ (Value::Int(_) | Value::BigInt(_) | Value::Bool(_)) => {
            let quotient = vm.binary(BinaryOp::FloorDivide, &this, divisor)?;
            let quotient = vm.to_index(&quotient)?;
            from_big(vm, &quotient)
        }
        _ => Ok(Value::NotImplemented),
    }
}

fn modulo(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = Value::from(BigInt::from(this(vm, &args)?.microseconds));
    let Some(other) = args.get(1).and_then(data::<TimeDelta>) else {
        return Ok(Value::NotImplemented);
    };
    let other = Value::from(BigInt::from(other.microseconds));
    let rest = vm.binary(BinaryOp::Modulo, &this, &other)?;
    let rest = vm.to_index(&rest)?;
    from_big(vm, &rest)
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args)?;
    let parts = [
        ("days", this.days()),
        ("seconds", this.seconds()),
        ("microseconds", this.micros()),
    ];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(_, value)| *value != 0)
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let parts = if parts.is_empty() {
        "0".to_string()
    } else {
        parts.join(", ")
    };
    let class = vm.class_of(&args[0]);
    let name = if class.builtin {
        "datetime.timedelta".to_string()
    } else {
        class.name.to_string()
    };
    Ok(Value::from(format!("{name}({parts})")))
}

fn text(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args)?;
    let (days, seconds) = (this.days(), this.seconds());
    let mut text = String::new();
    if days != 0 {
        let plural = if days.abs() == 1 { "" } else { "s" };
        text = format!("{days} day{plural}, ");
    }
    text.push_str(&format!(
        "{}:{:02}:{:02}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    ));
    if this.micros() != 0 {
        text.push_str(&format!(".{:06}", this.micros()));
    }
    Ok(Value::from(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_to_even() {
        let nearest = |a: i64, b: i64| {
            divide_nearest(&BigInt::from(a), &BigInt::from(b))
                .to_i64()
                .unwrap()
        };
        assert_eq!(
            [
                nearest(5, 2),
                nearest(7, 2),
                nearest(-5, 2),
                nearest(8, 3),
                nearest(7, 3)
            ],
            [2, 4, -2, 3, 2]
        );
    }
}
