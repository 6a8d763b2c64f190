//! `+` and `*` of sequences.

use std::rc::Rc;

use num_traits::ToPrimitive;

use crate::value::{ByteArray, List, Str, Value};
use crate::vm::{ExceptionKind, Result, Vm};

/// Whether a value is a sequence with `+` and `*`.
pub(super) fn is_sequence(value: &Value) -> bool {
    matches!(
        value,
        Value::Str(_) | Value::Bytes(_) | Value::ByteArray(_) | Value::Tuple(_) | Value::List(_)
    )
}

/// `left + right` for a sequence on the left, else `NotImplemented`.
pub(super) fn concatenate(vm: &mut Vm, left: &Value, right: &Value) -> Result<Value> {
    match (left, right) {
        (Value::Str(a), Value::Str(b)) => Ok(Value::Str(Str::concat(a, b))),
        (Value::Tuple(a), Value::Tuple(b)) => {
            if a.is_empty() {
                return Ok(right.clone());
            }
            if b.is_empty() {
                return Ok(left.clone());
            }
            Ok(Value::tuple([&a[..], &b[..]].concat()))
        }
        (Value::List(a), Value::List(b)) => {
            Ok(Value::list([&a.borrow()[..], &b.borrow()[..]].concat()))
        }
        (Value::Bytes(_) | Value::ByteArray(_), _) => join_bytes(vm, left, right),
        (Value::Str(_) | Value::Tuple(_) | Value::List(_), _) => {
            let (left, right) = (vm.type_name(left), vm.type_name(right));
            Err(vm.type_error(format!(
                "can only concatenate {left} (not \"{right}\") to {left}"
            )))
        }
        _ => Ok(Value::NotImplemented),
    }
}

fn join_bytes(vm: &mut Vm, left: &Value, right: &Value) -> Result<Value> {
    let mut data = match left {
        Value::Bytes(data) => data.to_vec(),
        Value::ByteArray(data) => data.borrow().clone(),
        _ => return Ok(Value::NotImplemented),
    };
    match vm.bytes_like(right) {
        Err(raise) if vm.is_exception(&raise, ExceptionKind::TypeError) => {
            let (left, right) = (vm.type_name(left), vm.type_name(right));
            return Err(vm.type_error(format!("can't concat {right} to {left}")));
        }
        more => data.extend(more?),
    }
    Ok(match left {
        Value::Bytes(_) => Value::bytes(data),
        _ => Value::ByteArray(Rc::new(ByteArray::new(data))),
    })
}

/// `left * right` where one is a sequence, else `NotImplemented`.
pub(super) fn repeat(vm: &mut Vm, left: &Value, right: &Value) -> Result<Value> {
    let (sequence, count) = if is_sequence(left) {
        (left, right)
    } else if is_sequence(right) {
        (right, left)
    } else {
        return Ok(Value::NotImplemented);
    };
    let count = repeat_count(vm, count)?;
    // A text or bytes that no address space holds are an overflow, other sequences lack memory.
    let room = |vm: &mut Vm, length: usize, too_long: Option<&str>| {
        let total = (length as u64)
            .checked_mul(count)
            .filter(|total| *total < 1 << 60);
        if let (None, Some(message)) = (total, too_long) {
            return Err(vm.overflow_error(message));
        }
        let item = if too_long.is_some() {
            1
        } else {
            size_of::<Value>()
        };
        vm.check_room(total.unwrap_or(u64::MAX), item)?;
        Ok(count as usize)
    };
    Ok(match sequence {
        Value::Str(text) => {
            match room(vm, text.as_str().len(), Some("repeated string is too long"))? {
                1 => sequence.clone(),
                count => Value::from(text.as_str().repeat(count)),
            }
        }
        Value::Bytes(data) => {
            let count = room(vm, data.len(), Some("repeated bytes are too long"))?;
            Value::bytes(data.repeat(count))
        }
        Value::ByteArray(data) => {
            let data = data.borrow().clone();
            vm.check_room((data.len() as u64).saturating_mul(count), 1)?;
            let count = count as usize;
            Value::ByteArray(Rc::new(ByteArray::new(data.repeat(count))))
        }
        Value::Tuple(items) => match room(vm, items.len(), None)? {
            1 => sequence.clone(),
            count => Value::tuple(repeated(items, count)),
        },
        Value::List(items) => {
            let items = items.to_vec();
            let count = room(vm, items.len(), None)?;
            Value::list(repeated(&items, count))
        }
        _ => Value::NotImplemented,
    })
}

fn repeated(items: &[Value], count: usize) -> Vec<Value> {
    if items.is_empty() {
        return Vec::new();
    }
    let mut all = Vec::with_capacity(items.len() * count);
    for _ in 0..count {
        all.extend_from_slice(items);
    }
    all
}

/// How often a sequence is to be repeated: never for a negative number.
fn repeat_count(vm: &mut Vm, value: &Value) -> Result<u64> {
    if let Value::Int(count) = value {
        return Ok(u64::try_from(*count).unwrap_or(0));
    }
    let Some(count) = vm.find_index(value)? else {
        let name = vm.type_name(value);
        return Err(vm.type_error(format!(
            "can't multiply sequence by non-int of type '{name}'"
        )));
    };
    match count.to_i64() {
        Some(count) => Ok(u64::try_from(count).unwrap_or(0)),
        None => Err(vm.overflow_error("cannot fit 'int' into an index-sized integer")),
    }
}

/// `list += iterable`.
pub(super) fn extend_list(vm: &mut Vm, list: &Rc<List>, items: &Value) -> Result<()> {
    let items = vm.collect(items)?;
    list.borrow_mut().extend(items);
    Ok(())
}
