//! Finding bytes in bytes.

use super::super::window::{one_to_three, window};
use super::{Receiver, byte_of, position};
use crate::value::{Args, NativeFn, Value};
use crate::vm::{Result, Vm};

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("find", |vm, args| {
        Ok(find(vm, &args, "find", false)?.map_or(Value::Int(-1), Value::from))
    }),
    ("rfind", |vm, args| {
        Ok(find(vm, &args, "rfind", true)?.map_or(Value::Int(-1), Value::from))
    }),
    ("index", |vm, args| index(vm, &args, "index", false)),
    ("rindex", |vm, args| index(vm, &args, "rindex", true)),
    ("count", count),
    ("replace", replace),
];

/// What is looked for: bytes, or one byte by its number.
fn part(vm: &mut Vm, value: &Value) -> Result<Vec<u8>> {
    match vm.unwrap_builtin(value) {
        Value::Bytes(data) => return Ok(data.to_vec()),
        Value::ByteArray(data) => return Ok(data.borrow().clone()),
        _ => {}
    }
    if vm.find_index(value)?.is_none() {
        let name = vm.type_name(value);
        let message = format!("argument should be integer or bytes-like object, not '{name}'");
        return Err(vm.type_error(message));
    }
    Ok(vec![byte_of(vm, value, "byte must be in range(0, 256)")?])
}

fn find(vm: &mut Vm, args: &Args, method: &str, last: bool) -> Result<Option<usize>> {
    let own = Receiver::of(vm, args, method)?;
    one_to_three(vm, args, own.class_name(), method)?;
    let part = part(vm, &args[1])?;
    let Some(range) = window(vm, args, own.data.len())? else {
        return Ok(None);
    };
    let found = position(&own.data[range.clone()], &part, last);
    Ok(found.map(|at| range.start + at))
}

fn index(vm: &mut Vm, args: &Args, method: &str, last: bool) -> Result<Value> {
    match find(vm, args, method, last)? {
        Some(at) => Ok(Value::from(at)),
        None => Err(vm.value_error("subsection not found")),
    }
}

fn count(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = Receiver::of(vm, &args, "count")?;
    one_to_three(vm, &args, own.class_name(), "count")?;
    let part = part(vm, &args[1])?;
    let Some(range) = window(vm, &args, own.data.len())? else {
        return Ok(Value::Int(0));
    };
    let mut rest = &own.data[range];
    if part.is_empty() {
        return Ok(Value::from(rest.len() + 1));
    }
    let mut count = 0;
    while let Some(at) = position(rest, &part, false) {
        count += 1;
        rest = &rest[at + part.len()..];
    }
    Ok(Value::Int(count))
}

fn replace(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = Receiver::of(vm, &args, "replace")?;
    args.between(vm, "replace", 1, 2, 3)?;
    let (old, new) = (vm.bytes_like(&args[1])?, vm.bytes_like(&args[2])?);
    let most = match args.get(3) {
        Some(count) => usize::try_from(vm.to_i64(count)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    let mut out = Vec::with_capacity(own.data.len());
    let mut rest = &own.data[..];
    let mut done = 0;
    while done < most {
        let Some(at) = position(rest, &old, false) else {
            break;
        };
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(&new);
        rest = &rest[at + old.len()..];
        done += 1;
        if old.is_empty() {
            // Between any two bytes, and at both ends.
            let [first, after @ ..] = rest else { break };
            out.push(*first);
            rest = after;
            if rest.is_empty() && done < most {
                out.extend_from_slice(&new);
                break;
            }
        }
    }
    out.extend_from_slice(rest);
    Ok(own.make(out))
}
