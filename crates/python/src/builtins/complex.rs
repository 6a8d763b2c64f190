//! `complex`.

use std::rc::Rc;

use brooklet_python_text::numeric::parse;
use brooklet_unicode::class::is_space;

use super::receiver::{receiver, wrong_receiver};
use super::{number_protocol, protocol};
use crate::value::{Args, Class, ClassBuilder, Complex, NativeFn, Special, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .constructor(new)
        .methods(number_protocol::ARITHMETIC)
        .replayed(protocol::COMPARISON)
        .replayed(protocol::REPR)
        .replayed(protocol::HASH)
        .methods(METHODS)
        .properties(&[
            ("real", |vm, args| {
                Ok(Value::Float(complex(vm, &args, "real")?.real))
            }),
            ("imag", |vm, args| {
                Ok(Value::Float(complex(vm, &args, "imag")?.imag))
            }),
        ])
}

const METHODS: &[(&str, NativeFn)] = &[("conjugate", |vm, args| {
    let value = complex(vm, &args, "conjugate")?;
    args.receiver_only(vm, "complex.conjugate")?;
    Ok(made(value.real, -value.imag))
})];

fn made(real: f64, imag: f64) -> Value {
    Value::Complex(Rc::new(Complex { real, imag }))
}

/// The complex number that a method is called on.
fn complex(vm: &mut Vm, args: &Args, method: &str) -> Result<Complex> {
    match receiver(vm, args, "complex", method)? {
        Value::Complex(value) => Ok(*value),
        other => Err(wrong_receiver(vm, &other, "complex", method)),
    }
}

/// `complex(real=0, imag=0)` and `complex(text)`.
fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [real, imag] = args.bind(vm, "complex", 0, ["real", "imag"], 0)?;
    if let Some(Value::Str(text)) = real.as_ref().map(|real| vm.unwrap_builtin(real)) {
        if imag.is_some() {
            return Err(vm.type_error("complex() can't take second arg if first is a string"));
        }
        return match parse_complex(text.as_str()) {
            Some((real, imag)) => Ok(vm.wrap_builtin(class, made(real, imag))),
            None => Err(vm.value_error("complex() arg is a malformed string")),
        };
    }
    if let Some(Value::Str(_)) = imag.as_ref().map(|imag| vm.unwrap_builtin(imag)) {
        return Err(vm.type_error("complex() second arg can't be a string"));
    }
    let first = match &real {
        Some(real) => part(vm, real, "first argument must be a string or a number")?,
        None => Complex {
            real: 0.0,
            imag: 0.0,
        },
    };
    let second = match &imag {
        Some(imag) => part(vm, imag, "second argument must be a number")?,
        None => Complex {
            real: 0.0,
            imag: 0.0,
        },
    };
    // An imaginary part that is complex itself turns by a quarter. Adding zero would lose the sign of one.
    let turned = |part: f64, more: f64| if more == 0.0 { part } else { part + more };
    let value = match imag {
        Some(_) => made(
            turned(first.real, -second.imag),
            turned(second.real, first.imag),
        ),
        None => made(first.real, first.imag),
    };
    Ok(vm.wrap_builtin(class, value))
}

fn part(vm: &mut Vm, value: &Value, wanted: &str) -> Result<Complex> {
    let made = vm.call_special(value, Special::Complex, Args::none())?;
    if let Value::Complex(value) = vm.unwrap_builtin(made.as_ref().unwrap_or(value)) {
        return Ok(*value);
    }
    match vm.find_f64(value)? {
        Some(real) => Ok(Complex { real, imag: 0.0 }),
        None => {
            let name = vm.type_name(value);
            Err(vm.type_error(format!("complex() {wanted}, not '{name}'")))
        }
    }
}

/// The parts of a complex number in a text: `1`, `2j`, `1+2j`, `(1+2j)`.
fn parse_complex(text: &str) -> Option<(f64, f64)> {
    let text = text.trim_matches(is_space);
    let text = match text.strip_prefix('(') {
        Some(inner) => inner.strip_suffix(')')?.trim_matches(is_space),
        None => text,
    };
    let number = |text: &str| {
        let plain = !text.is_empty() && !text.contains(is_space);
        plain.then(|| parse::float(text))?
    };
    let Some(imaginary) = text.strip_suffix(['j', 'J']) else {
        return Some((number(text)?, 0.0));
    };
    // The last sign that belongs to no exponent is where the imaginary part starts.
    let bytes = imaginary.as_bytes();
    let start = (0..bytes.len())
        .rev()
        .find(|at| {
            matches!(bytes[*at], b'+' | b'-') && (*at == 0 || !matches!(bytes[at - 1], b'e' | b'E'))
        })
        .unwrap_or(0);
    let (real, imag) = imaginary.split_at(start);
    let imag = match imag {
        "" | "+" => 1.0,
        "-" => -1.0,
        digits => number(digits)?,
    };
    let real = if real.is_empty() { 0.0 } else { number(real)? };
    Some((real, imag))
}

#[cfg(test)]
mod tests {
    use super::parse_complex;

    #[test]
    fn texts() {
        for (text, expected) in [
            ("1+2j", Some((1.0, 2.0))),
            (" (1e5-2.5e-3J) ", Some((1e5, -2.5e-3))),
            ("j", Some((0.0, 1.0))),
            ("-j", Some((0.0, -1.0))),
            ("1", Some((1.0, 0.0))),
            ("1 + 2j", None),
            ("1+2", None),
            ("", None),
        ] {
            assert_eq!(parse_complex(text), expected, "{text}");
        }
    }
}
