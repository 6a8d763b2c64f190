//! `float`.

use std::rc::Rc;

use brooklet_python_text::numeric::hex_float::{self, HexError};
use brooklet_python_text::numeric::{integer, parse};

use super::receiver::{receiver, wrong_receiver};
use super::{number_protocol, protocol};
use crate::value::{Args, Class, ClassBuilder, NativeFn, Value, int_from_big};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .constructor(new)
        .methods(number_protocol::ARITHMETIC)
        .methods(number_protocol::REAL)
        .replayed(protocol::COMPARISON)
        .replayed(protocol::REPR)
        .replayed(protocol::HASH)
        .methods(METHODS)
        .class_methods(&[("fromhex", from_hex)])
        .properties(&[
            ("real", |vm, args| {
                Ok(Value::Float(float(vm, &args, "real")?))
            }),
            ("imag", |_, _| Ok(Value::Float(0.0))),
        ])
}

const METHODS: &[(&str, NativeFn)] = &[
    ("is_integer", |vm, args| {
        let value = float(vm, &args, "is_integer")?;
        args.receiver_only(vm, "float.is_integer")?;
        Ok(Value::Bool(value.is_finite() && value.fract() == 0.0))
    }),
    ("as_integer_ratio", as_integer_ratio),
    ("hex", |vm, args| {
        let value = float(vm, &args, "hex")?;
        args.receiver_only(vm, "float.hex")?;
        Ok(Value::from(hex_float::to_hex(value)))
    }),
    ("conjugate", |vm, args| {
        args.receiver_only(vm, "float.conjugate")?;
        Ok(Value::Float(float(vm, &args, "conjugate")?))
    }),
];

/// The float that a method is called on.
fn float(vm: &mut Vm, args: &Args, method: &str) -> Result<f64> {
    match receiver(vm, args, "float", method)? {
        Value::Float(value) => Ok(value),
        other => Err(wrong_receiver(vm, &other, "float", method)),
    }
}

/// `float(x=0.0)`.
fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    if class.builtin {
        args.no_keywords(vm, "float")?;
    }
    let positional = Args::of(args.positional.iter().cloned());
    positional.between(vm, "float", 0, 0, 1)?;
    let float = match args.get(0) {
        Some(Value::Float(float)) => *float,
        Some(value) => to_float(vm, value)?,
        None => 0.0,
    };
    Ok(vm.wrap_builtin(class, Value::Float(float)))
}

fn to_float(vm: &mut Vm, value: &Value) -> Result<f64> {
    let inner = vm.unwrap_builtin(value);
    let parsed = match &inner {
        Value::Str(text) => parse::float(text.as_str()),
        Value::Bytes(data) => parse_bytes(data),
        Value::ByteArray(data) => parse_bytes(&data.borrow()),
        _ => {
            return match vm.find_f64(value)? {
                Some(float) => Ok(float),
                None => {
                    let name = vm.type_name(value);
                    let message =
                        format!("float() argument must be a string or a real number, not '{name}'");
                    Err(vm.type_error(message))
                }
            };
        }
    };
    match parsed {
        Some(float) => Ok(float),
        None => {
            let shown = vm.repr(&inner)?;
            Err(vm.value_error(format!("could not convert string to float: {shown}")))
        }
    }
}

fn parse_bytes(data: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(data).ok()?;
    text.is_ascii().then(|| parse::float(text))?
}

fn as_integer_ratio(vm: &mut Vm, args: Args) -> Result<Value> {
    let value = float(vm, &args, "as_integer_ratio")?;
    args.receiver_only(vm, "float.as_integer_ratio")?;
    if value.is_nan() {
        return Err(vm.value_error("cannot convert NaN to integer ratio"));
    }
    if value.is_infinite() {
        return Err(vm.overflow_error("cannot convert Infinity to integer ratio"));
    }
    let (numerator, denominator) = integer::ratio(value);
    Ok(Value::tuple(vec![
        int_from_big(numerator),
        int_from_big(denominator),
    ]))
}

/// `float.fromhex(text)`.
fn from_hex(vm: &mut Vm, args: Args) -> Result<Value> {
    let text = args.exactly_one(vm, "float.fromhex", 1)?;
    let Value::Str(text) = vm.unwrap_builtin(&text) else {
        return Err(vm.type_error("bad argument type for built-in operation"));
    };
    let value = match hex_float::from_hex(text.as_str()) {
        Ok(value) => Value::Float(value),
        Err(HexError::Invalid) => {
            return Err(vm.value_error("invalid hexadecimal floating-point string"));
        }
        Err(HexError::TooLarge) => {
            let message = "hexadecimal value too large to represent as a float";
            return Err(vm.overflow_error(message));
        }
    };
    match &args[0] {
        Value::Class(class) if !class.builtin => vm.call_one(&args[0], value),
        _ => Ok(value),
    }
}
