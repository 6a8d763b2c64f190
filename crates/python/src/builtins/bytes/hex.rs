//! Bytes as hexadecimal digits.

use std::fmt::Write;
use std::rc::Rc;

use super::super::named_argument::named_text;
use super::Receiver;
use crate::value::{Args, ByteArray, NativeFn, Value};
use crate::vm::{Result, Vm};

pub(super) const METHODS: &[(&str, NativeFn)] = &[("hex", hex)];

/// `hex(sep, bytes_per_sep=1)`: groups are counted from the right, from the left if negative.
fn hex(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = Receiver::of(vm, &args, "hex")?;
    let [separator, group] = args.bind(vm, "hex", 1, ["sep", "bytes_per_sep"], 0)?;
    let separator = match &separator {
        None => None,
        Some(separator) => {
            if vm.length(separator)? != 1 {
                return Err(vm.value_error("sep must be length 1."));
            }
            Some(match vm.unwrap_builtin(separator) {
                Value::Str(text) => text.char_at(0),
                Value::Bytes(data) => data[0] as char,
                _ => return Err(vm.type_error("sep must be str or bytes.")),
            })
        }
    };
    let group = match group {
        Some(group) => vm.to_i64(&group)?,
        None => 1,
    };
    let size = group.unsigned_abs() as usize;
    let mut out = String::with_capacity(own.data.len() * 3);
    for (at, byte) in own.data.iter().enumerate() {
        let edge = if group > 0 { own.data.len() - at } else { at };
        if let Some(separator) = separator
            && at > 0
            && size > 0
            && edge % size == 0
        {
            out.push(separator);
        }
        let _ = write!(out, "{byte:02x}");
    }
    Ok(Value::from(out))
}

/// `bytes.fromhex(text)` and `bytearray.fromhex(text)`.
pub(in crate::builtins) fn from_hex(vm: &mut Vm, args: Args) -> Result<Value> {
    let text = args.exactly_one(vm, "fromhex", 1)?;
    let text = named_text(vm, &text, "fromhex() argument")?;
    let chars: Vec<char> = text.as_str().chars().collect();
    let mut data = Vec::with_capacity(chars.len() / 2);
    let mut at = 0;
    while at < chars.len() {
        if chars[at].is_ascii_whitespace() || chars[at] == '\x0b' {
            at += 1;
            continue;
        }
        let mut byte = 0;
        for place in [at, at + 1] {
            let Some(digit) = chars.get(place).and_then(|char| char.to_digit(16)) else {
                let message =
                    format!("non-hexadecimal number found in fromhex() arg at position {place}");
                return Err(vm.value_error(message));
            };
            byte = byte << 4 | digit as u8;
        }
        data.push(byte);
        at += 2;
    }
    let is_array =
        matches!(&args[0], Value::Class(class) if class.is_subclass(&vm.types.bytearray));
    let value = if is_array {
        Value::ByteArray(Rc::new(ByteArray::new(data)))
    } else {
        Value::bytes(data)
    };
    match &args[0] {
        Value::Class(class) if !class.builtin => vm.call_one(&args[0], value),
        _ => Ok(value),
    }
}
