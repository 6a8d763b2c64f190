//! `int`.

mod bits;

use std::rc::Rc;

use brooklet_python_text::numeric::Int;
use brooklet_python_text::numeric::integer::from_float;
use brooklet_python_text::numeric::parse::{self, IntError};
use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::receiver::{receiver, wrong_receiver};
use super::{number_protocol, protocol};
use crate::value::{Args, Class, ClassBuilder, NativeFn, Special, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .constructor(new)
        .methods(number_protocol::ARITHMETIC)
        .methods(number_protocol::REAL)
        .methods(number_protocol::BITWISE)
        .replayed(protocol::COMPARISON)
        .replayed(protocol::REPR)
        .replayed(protocol::HASH)
        .methods(bits::METHODS)
        .methods(METHODS)
        .class_methods(&[("from_bytes", bits::from_bytes)])
        .properties(PROPERTIES)
}

const METHODS: &[(&str, NativeFn)] = &[
    ("as_integer_ratio", |vm, args| {
        let value = int(vm, &args, "as_integer_ratio")?;
        args.receiver_only(vm, "int.as_integer_ratio")?;
        Ok(Value::tuple(vec![value, Value::Int(1)]))
    }),
    ("conjugate", |vm, args| {
        args.receiver_only(vm, "int.conjugate")?;
        int(vm, &args, "conjugate")
    }),
    ("__index__", |vm, args| int(vm, &args, "__index__")),
];

const PROPERTIES: &[(&str, NativeFn)] = &[
    ("real", |vm, args| int(vm, &args, "real")),
    ("imag", |_, _| Ok(Value::Int(0))),
    ("numerator", |vm, args| int(vm, &args, "numerator")),
    ("denominator", |_, _| Ok(Value::Int(1))),
];

/// The int that a method is called on; a bool as the int that it is.
fn int(vm: &mut Vm, args: &Args, method: &str) -> Result<Value> {
    match receiver(vm, args, "int", method)? {
        value @ (Value::Int(_) | Value::BigInt(_)) => Ok(value),
        Value::Bool(value) => Ok(Value::Int(i64::from(value))),
        other => Err(wrong_receiver(vm, &other, "int", method)),
    }
}

/// The same as a [`BigInt`].
fn big(vm: &mut Vm, args: &Args, method: &str) -> Result<BigInt> {
    let value = int(vm, args, method)?;
    vm.to_index(&value)
}

/// `int(x=0)` and `int(text, base=10)`.
fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    if let ([value @ Value::Int(_)], true) = (&args.positional[..], args.keywords.is_empty()) {
        return Ok(vm.wrap_builtin(class, value.clone()));
    }
    let [value, base] = args.bind(vm, "int", 0, ["", "base"], 0)?;
    let int = match (value, base) {
        (None, None) => Value::Int(0),
        (None, Some(_)) => return Err(vm.type_error("int() missing string argument")),
        (Some(value), None) => vm.int_of(&value)?,
        (Some(value), Some(base)) => {
            let base = vm
                .to_index(&base)?
                .to_u32()
                .filter(|base| *base == 0 || (2..=36).contains(base));
            let Some(base) = base else {
                return Err(vm.value_error("int() base must be >= 2 and <= 36, or 0"));
            };
            match vm.parse_int(&value, base)? {
                Some(int) => int,
                None => {
                    let message = "int() can't convert non-string with explicit base";
                    return Err(vm.type_error(message));
                }
            }
        }
    };
    Ok(vm.wrap_builtin(class, int))
}

impl Vm {
    /// `int(value)`.
    ///
    /// # Errors
    /// `TypeError` for what is no number or text, `ValueError` for a text that writes no int and for
    /// NaN, `OverflowError` for infinities.
    pub(crate) fn int_of(&mut self, value: &Value) -> Result<Value> {
        match value {
            Value::Int(_) | Value::BigInt(_) => return Ok(value.clone()),
            Value::Bool(bool) => return Ok(Value::Int(i64::from(*bool))),
            Value::Float(float) => return self.whole_of(&Value::Float(*float), f64::trunc),
            Value::Str(_) | Value::Bytes(_) | Value::ByteArray(_) => {
                return Ok(self.parse_int(value, 10)?.unwrap_or_default());
            }
            _ => {}
        }
        if let Some(int) = self.call_special(value, Special::Int, Args::none())? {
            if let int @ (Value::Int(_) | Value::BigInt(_) | Value::Bool(_)) =
                self.unwrap_builtin(&int)
            {
                return Ok(Value::from(self.to_index(&int)?));
            }
            let name = self.type_name(&int);
            return Err(self.type_error(format!("__int__ returned non-int (type {name})")));
        }
        if let Some(index) = self.find_index(value)? {
            return Ok(Value::from(index));
        }
        if let Some(int) = self.call_special(value, Special::Trunc, Args::none())? {
            return Ok(Value::from(self.to_index(&int)?));
        }
        let inner = self.unwrap_builtin(value);
        let is_number_or_text = matches!(
            inner,
            Value::Float(_) | Value::Str(_) | Value::Bytes(_) | Value::ByteArray(_)
        );
        if is_number_or_text && matches!(value, Value::Instance(_)) {
            return self.int_of(&inner);
        }
        let name = self.type_name(value);
        Err(self.type_error(format!(
            "int() argument must be a string, a bytes-like object or a real number, not '{name}'"
        )))
    }

    /// A real number as an int, a float rounded so first.
    pub(crate) fn whole_of(&mut self, value: &Value, round: fn(f64) -> f64) -> Result<Value> {
        match value {
            Value::Float(float) if float.is_nan() => {
                Err(self.value_error("cannot convert float NaN to integer"))
            }
            Value::Float(float) if float.is_infinite() => {
                Err(self.overflow_error("cannot convert float infinity to integer"))
            }
            Value::Float(float) => Ok(Value::from(from_float(round(*float)))),
            other => Ok(Value::from(self.to_index(other)?)),
        }
    }

    /// The int that a text or bytes write in a base; `None` for anything else.
    fn parse_int(&mut self, value: &Value, base: u32) -> Result<Option<Value>> {
        let inner = self.unwrap_builtin(value);
        let parsed = match &inner {
            Value::Str(text) => parse::int(text.as_str(), base),
            Value::Bytes(data) => parse_bytes(data, base),
            Value::ByteArray(data) => parse_bytes(&data.borrow(), base),
            _ => return Ok(None),
        };
        match parsed {
            Ok(int) => Ok(Some(Value::from(int))),
            Err(IntError::TooLong(digits)) => Err(self.value_error(format!(
                "Exceeds the limit (4300 digits) for integer string conversion: value has {digits} digits; \
                 use sys.set_int_max_str_digits() to increase the limit"
            ))),
            Err(IntError::Invalid) => {
                let shown: String = self.repr(&inner)?.chars().take(200).collect();
                let message = format!("invalid literal for int() with base {base}: {shown}");
                Err(self.value_error(message))
            }
        }
    }
}

fn parse_bytes(data: &[u8], base: u32) -> std::result::Result<Int, IntError> {
    match std::str::from_utf8(data) {
        Ok(text) if text.is_ascii() => parse::int(text, base),
        _ => Err(IntError::Invalid),
    }
}
