//! What stands at the ends of bytes.

use super::super::window::{one_to_three, window};
use super::Receiver;
use crate::value::{Args, NativeFn, Value};
use crate::vm::{Result, Vm};

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("startswith", |vm, args| {
        affix(vm, &args, "startswith", <[u8]>::starts_with)
    }),
    ("endswith", |vm, args| {
        affix(vm, &args, "endswith", <[u8]>::ends_with)
    }),
    ("removeprefix", |vm, args| {
        remove(vm, &args, "removeprefix", |data, part| {
            data.strip_prefix(part)
        })
    }),
    ("removesuffix", |vm, args| {
        remove(vm, &args, "removesuffix", |data, part| {
            data.strip_suffix(part)
        })
    }),
    ("strip", |vm, args| strip(vm, &args, "strip", true, true)),
    ("lstrip", |vm, args| strip(vm, &args, "lstrip", true, false)),
    ("rstrip", |vm, args| strip(vm, &args, "rstrip", false, true)),
];

/// Whether `bytes.strip` takes a byte off by itself.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

fn affix(vm: &mut Vm, args: &Args, method: &str, test: fn(&[u8], &[u8]) -> bool) -> Result<Value> {
    let own = Receiver::of(vm, args, method)?;
    one_to_three(vm, args, own.class_name(), method)?;
    let parts = match vm.unwrap_builtin(&args[1]) {
        Value::Tuple(parts) => parts.to_vec(),
        part @ (Value::Bytes(_) | Value::ByteArray(_)) => vec![part],
        _ => {
            let name = vm.type_name(&args[1]);
            let message =
                format!("{method} first arg must be bytes or a tuple of bytes, not {name}");
            return Err(vm.type_error(message));
        }
    };
    let Some(range) = window(vm, args, own.data.len())? else {
        return Ok(Value::Bool(false));
    };
    for part in &parts {
        if test(&own.data[range.clone()], &vm.bytes_like(part)?) {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

type Removal = for<'a> fn(&'a [u8], &[u8]) -> Option<&'a [u8]>;

fn remove(vm: &mut Vm, args: &Args, method: &str, removal: Removal) -> Result<Value> {
    let own = Receiver::of(vm, args, method)?;
    let part = args.exactly_one(vm, &format!("{}.{method}", own.class_name()), 1)?;
    let part = vm.bytes_like(&part)?;
    Ok(own.make(removal(&own.data, &part).unwrap_or(&own.data)))
}

fn strip(vm: &mut Vm, args: &Args, method: &str, left: bool, right: bool) -> Result<Value> {
    let own = Receiver::of(vm, args, method)?;
    args.between(vm, method, 1, 0, 1)?;
    let wanted = match args.get(1) {
        None | Some(Value::None) => None,
        Some(wanted) => Some(vm.bytes_like(wanted)?),
    };
    let goes = |byte: &u8| {
        wanted
            .as_ref()
            .map_or_else(|| is_space(*byte), |wanted| wanted.contains(byte))
    };
    let mut data = &own.data[..];
    while let ([first, rest @ ..], true) = (data, left) {
        if !goes(first) {
            break;
        }
        data = rest;
    }
    while let ([rest @ .., last], true) = (data, right) {
        if !goes(last) {
            break;
        }
        data = rest;
    }
    Ok(own.make(data))
}
