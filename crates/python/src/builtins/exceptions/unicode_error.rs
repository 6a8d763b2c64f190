//! `UnicodeDecodeError` and `UnicodeEncodeError`.

use std::rc::Rc;

use super::argument;
use crate::value::{Args, Class, ClassBuilder, Instance, Value};
use crate::vm::{Result, Vm};

pub(super) fn define(class: ClassBuilder) -> ClassBuilder {
    class.properties(&[
        ("encoding", |vm, args| argument(vm, &args, 0)),
        ("object", |vm, args| argument(vm, &args, 1)),
        ("start", |vm, args| argument(vm, &args, 2)),
        ("end", |vm, args| argument(vm, &args, 3)),
        ("reason", |vm, args| argument(vm, &args, 4)),
    ])
}

/// Whether the class takes such arguments.
pub(super) fn check(vm: &mut Vm, class: &Rc<Class>, args: &Args) -> Result<()> {
    let decode = match class.name.as_str() {
        "UnicodeDecodeError" => true,
        "UnicodeEncodeError" => false,
        _ => return Ok(()),
    };
    if args.len() != 5 {
        let given = args.len();
        return Err(vm.type_error(format!(
            "function takes exactly 5 arguments ({given} given)"
        )));
    }
    match (&args[1], decode) {
        (Value::Bytes(_) | Value::ByteArray(_), true) | (Value::Str(_), false) => Ok(()),
        (other, _) => {
            let name = vm.type_name(other);
            Err(vm.type_error(if decode {
                format!("a bytes-like object is required, not '{name}'")
            } else {
                format!("argument 2 must be str, not {name}")
            }))
        }
    }
}

/// The text of such an error; `None` for other exceptions.
pub(super) fn text(vm: &mut Vm, exception: &Instance, args: &[Value]) -> Result<Option<String>> {
    let [encoding, object, start, end, reason] = args else {
        return Ok(None);
    };
    let is_unicode_error = exception
        .class
        .resolution_order()
        .any(|class| class.builtin && class.name.as_str() == "UnicodeError");
    if !is_unicode_error {
        return Ok(None);
    }
    let (encoding, reason) = (vm.str(encoding)?, vm.str(reason)?);
    let (start, end) = (vm.to_i64(start)?, vm.to_i64(end)?);
    let at = usize::try_from(start).unwrap_or(0);
    let (verb, unit, one) = match object {
        Value::Bytes(data) => (
            "decode",
            "byte",
            data.get(at).map(|byte| format!("0x{byte:02x}")),
        ),
        Value::Str(text) => (
            "encode",
            "character",
            text.as_str().chars().nth(at).map(|c| match c as u32 {
                code @ 0..0x100 => format!("'\\x{code:02x}'"),
                code @ 0x100..0x1_0000 => format!("'\\u{code:04x}'"),
                code => format!("'\\U{code:08x}'"),
            }),
        ),
        _ => return Ok(None),
    };
    Ok(Some(match one {
        Some(one) if end == start + 1 => {
            format!("'{encoding}' codec can't {verb} {unit} {one} in position {start}: {reason}")
        }
        _ => {
            let last = end - 1;
            format!("'{encoding}' codec can't {verb} {unit}s in position {start}-{last}: {reason}")
        }
    }))
}
