//! `abs`, `bin`, `chr`, `divmod`, `hash`, `hex`, `id`, `oct`, `ord`, `pow`, `round`.

use brooklet_python_compiler::bytecode::BinaryOp;
use num_bigint::{BigInt, Sign};

use crate::value::{Args, NativeFn, Special, Value};
use crate::vm::{Result, Vm, identity};

pub(super) const FUNCTIONS: &[(&str, NativeFn)] =
    &[("divmod", divmod), ("pow", pow), ("round", round)];

/// Those of one argument, whose calls CPython counts as levels of recursion.
pub(super) const OF_ONE: &[(&str, NativeFn)] = &[
    ("abs", abs),
    ("bin", |vm, args| in_base(vm, &args, "bin", "0b", 2)),
    ("chr", chr),
    ("hash", |vm, args| {
        let value = args.exactly_one(vm, "hash", 0)?;
        Ok(Value::Int(vm.hash(&value)?))
    }),
    ("hex", |vm, args| in_base(vm, &args, "hex", "0x", 16)),
    ("id", |vm, args| {
        let value = args.exactly_one(vm, "id", 0)?;
        Ok(Value::from(identity(&value)))
    }),
    ("oct", |vm, args| in_base(vm, &args, "oct", "0o", 8)),
    ("ord", ord),
];

fn abs(vm: &mut Vm, args: Args) -> Result<Value> {
    let value = args.exactly_one(vm, "abs", 0)?;
    if let Some(method) = vm.special_method(&value, Special::Abs) {
        return vm.call(&method, Args::none());
    }
    Ok(match vm.unwrap_builtin(&value) {
        Value::Bool(value) => Value::Int(i64::from(value)),
        Value::Int(value) => match value.checked_abs() {
            Some(magnitude) => Value::Int(magnitude),
            None => Value::from(-BigInt::from(value)),
        },
        Value::BigInt(value) => Value::from(BigInt::from(value.magnitude().clone())),
        Value::Float(value) => Value::Float(value.abs()),
        Value::Complex(value) => Value::Float(value.real.hypot(value.imag)),
        _ => {
            let name = vm.type_name(&value);
            return Err(vm.type_error(format!("bad operand type for abs(): '{name}'")));
        }
    })
}

fn in_base(vm: &mut Vm, args: &Args, function: &str, prefix: &str, base: u32) -> Result<Value> {
    let value = args.exactly_one(vm, function, 0)?;
    let value = vm.to_index(&value)?;
    let sign = if value.sign() == Sign::Minus { "-" } else { "" };
    let digits = value.magnitude().to_str_radix(base);
    Ok(Value::from(format!("{sign}{prefix}{digits}")))
}

fn chr(vm: &mut Vm, args: Args) -> Result<Value> {
    let code = args.exactly_one(vm, "chr", 0)?;
    let code = vm.to_c_int(&code)?;
    match u32::try_from(code) {
        Ok(code @ 0xd800..0xe000) => Err(vm.value_error(format!(
            "chr({code}) is half of a surrogate pair, which Brooklet's text cannot hold"
        ))),
        Ok(code) if code < 0x11_0000 => Ok(Value::from(
            char::from_u32(code).map(String::from).unwrap_or_default(),
        )),
        _ => Err(vm.value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(vm: &mut Vm, args: Args) -> Result<Value> {
    let value = args.exactly_one(vm, "ord", 0)?;
    let (length, code) = match vm.unwrap_builtin(&value) {
        Value::Str(text) => (text.len(), text.as_str().chars().next().map(u32::from)),
        Value::Bytes(data) => (data.len(), data.first().copied().map(u32::from)),
        Value::ByteArray(data) => {
            let data = data.borrow();
            (data.len(), data.first().copied().map(u32::from))
        }
        _ => {
            let name = vm.type_name(&value);
            let message = format!("ord() expected string of length 1, but {name} found");
            return Err(vm.type_error(message));
        }
    };
    match code {
        Some(code) if length == 1 => Ok(Value::Int(i64::from(code))),
        _ => Err(vm.type_error(format!(
            "ord() expected a character, but string of length {length} found"
        ))),
    }
}

fn divmod(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "divmod", 0, 2, 2)?;
    let (left, right) = (&args[0], &args[1]);
    if let Some(method) = vm.special_method(left, Special::DivMod) {
        let result = vm.call_one(&method, right.clone())?;
        if !matches!(result, Value::NotImplemented) {
            return Ok(result);
        }
    }
    if let Some(method) = vm.special_method(right, Special::RDivMod) {
        let result = vm.call_one(&method, left.clone())?;
        if !matches!(result, Value::NotImplemented) {
            return Ok(result);
        }
    }
    let (inner_left, inner_right) = (vm.unwrap_builtin(left), vm.unwrap_builtin(right));
    let real = |value: &Value| {
        matches!(
            value,
            Value::Bool(_) | Value::Int(_) | Value::BigInt(_) | Value::Float(_)
        )
    };
    if !real(&inner_left) || !real(&inner_right) {
        let (left, right) = (vm.type_name(left), vm.type_name(right));
        return Err(vm.type_error(format!(
            "unsupported operand type(s) for divmod(): '{left}' and '{right}'"
        )));
    }
    let is_float = |value: &Value| matches!(value, Value::Float(_));
    if (is_float(&inner_left) || is_float(&inner_right)) && !vm.truth(&inner_right)? {
        return Err(vm.zero_division("float divmod()"));
    }
    let quotient = vm.binary(BinaryOp::FloorDivide, &inner_left, &inner_right)?;
    let remainder = vm.binary(BinaryOp::Modulo, &inner_left, &inner_right)?;
    Ok(Value::tuple(vec![quotient, remainder]))
}

fn pow(vm: &mut Vm, args: Args) -> Result<Value> {
    let [base, exponent, modulus] = args.bind(vm, "pow", 0, ["base", "exp", "mod"], 2)?;
    let (base, exponent) = (base.unwrap_or_default(), exponent.unwrap_or_default());
    vm.power_modulo(&base, &exponent, &modulus.unwrap_or_default())
}

fn round(vm: &mut Vm, args: Args) -> Result<Value> {
    let [number, digits] = args.bind(vm, "round", 0, ["number", "ndigits"], 1)?;
    let number = number.unwrap_or_default();
    let digits = digits.filter(|digits| !digits.is_none());
    if let Some(method) = vm.special_method(&number, Special::Round) {
        return vm.call(&method, Args::of(digits));
    }
    let inner = vm.unwrap_builtin(&number);
    let method = match &inner {
        Value::Bool(_) | Value::Int(_) | Value::BigInt(_) | Value::Float(_) => {
            vm.find_attribute(&inner, "__round__")?
        }
        _ => None,
    };
    match method {
        Some(method) => vm.call(&method, Args::of(digits)),
        None => {
            let name = vm.type_name(&number);
            Err(vm.type_error(format!("type {name} doesn't define __round__ method")))
        }
    }
}
