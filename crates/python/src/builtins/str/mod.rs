//! `str`.

mod build;
mod classify;
mod format;
mod pad;
mod search;
mod split;
mod strip;
mod translate;

use std::rc::Rc;

use brooklet_unicode::case;

use super::named_argument::named_text;
use crate::value::{Args, Class, ClassBuilder, Str, Value};
use crate::vm::{ExceptionKind, Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .constructor(new)
        .methods(search::METHODS)
        .methods(split::METHODS)
        .resumable(split::RESUMABLE)
        .methods(strip::METHODS)
        .methods(pad::METHODS)
        .methods(classify::METHODS)
        .methods(build::METHODS)
        .replayed(format::METHODS)
        .methods(CASES)
        .replayed(translate::METHODS)
        .static_methods(&[("maketrans", translate::maketrans)])
}

/// `str(object='')` and `str(bytes, encoding, errors)`.
fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [object, encoding, errors] =
        args.bind(vm, "str", 0, ["object", "encoding", "errors"], 0)?;
    let text = match (object, &encoding, &errors) {
        (None, ..) => Value::str(""),
        (Some(object), None, None) => match object {
            Value::Str(_) => object,
            other => Value::from(vm.str(&other)?),
        },
        (Some(object), ..) => {
            for (value, name) in [(&encoding, "encoding"), (&errors, "errors")] {
                if let Some(value) = value {
                    named_text(vm, value, &format!("str() argument '{name}'"))?;
                }
            }
            match vm.unwrap_builtin(&object) {
                data @ (Value::Bytes(_) | Value::ByteArray(_)) => {
                    let mut args = Args::none();
                    if let Some(encoding) = encoding {
                        args = args.with_keyword("encoding", encoding);
                    }
                    if let Some(errors) = errors {
                        args = args.with_keyword("errors", errors);
                    }
                    vm.call_method(&data, "decode", args)?
                }
                Value::Str(_) => return Err(vm.type_error("decoding str is not supported")),
                _ => {
                    let name = vm.type_name(&object);
                    let message =
                        format!("decoding to str: need a bytes-like object, {name} found");
                    return Err(vm.type_error(message));
                }
            }
        }
    };
    Ok(vm.wrap_builtin(class, text))
}

/// The text that a method was called on.
fn receiver(vm: &mut Vm, args: &Args, method: &str) -> Result<Str> {
    let Some(first) = args.get(0) else {
        return Err(vm.type_error(format!("unbound method str.{method}() needs an argument")));
    };
    match vm.unwrap_builtin(first) {
        Value::Str(text) => Ok(text),
        _ => {
            let name = vm.type_name(first);
            let message = format!(
                "descriptor '{method}' for 'str' objects doesn't apply to a '{name}' object"
            );
            Err(vm.type_error(message))
        }
    }
}

/// An argument that must be a text.
fn text_argument(vm: &mut Vm, value: &Value, message: impl FnOnce(&str) -> String) -> Result<Str> {
    match vm.unwrap_builtin(value) {
        Value::Str(text) => Ok(text),
        _ => {
            let name = vm.type_name(value);
            Err(vm.error(ExceptionKind::TypeError, message(&name)))
        }
    }
}

const CASES: &[(&str, crate::value::NativeFn)] = &[
    ("lower", |vm, args| change(vm, args, "lower", case::lower)),
    ("upper", |vm, args| change(vm, args, "upper", case::upper)),
    ("swapcase", |vm, args| {
        change(vm, args, "swapcase", case::swap)
    }),
    ("title", |vm, args| change(vm, args, "title", case::title)),
    ("capitalize", |vm, args| {
        change(vm, args, "capitalize", case::capitalize)
    }),
    ("casefold", |vm, args| {
        change(vm, args, "casefold", case::fold)
    }),
];

fn change(vm: &mut Vm, args: Args, method: &str, by: fn(&str) -> String) -> Result<Value> {
    let text = receiver(vm, &args, method)?;
    args.receiver_only(vm, &format!("str.{method}"))?;
    Ok(Value::from(by(text.as_str())))
}
