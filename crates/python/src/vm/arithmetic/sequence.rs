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
    let fits = |vm: &mut Vm, length: usize, what: &str| match length.checked_mul(count) {
        Some(total) if total <= 1 << 31 => Ok(()),
        Some(total) if (total as u64) < 1 << 60 => Err(vm.error(ExceptionKind::MemoryError, "")),
        _ if what.is_empty() => Err(vm.error(ExceptionKind::MemoryError, "")),
        _ => Err(vm.overflow_error(what)),
    };
    Ok(match sequence {
        Value::Str(text) => {
            fits(vm, text.as_str().len(), "repeated string is too long")?;
            match count {
                1 => sequence.clone(),
                _ => Value::from(text.as_str().repeat(count)),
            }
        }
        Value::Bytes(data) => {
            fits(vm, data.len(), "repeated bytes are too long")?;
            Value::bytes(data.repeat(count))
        }
        Value::ByteArray(data) => {
            let data = data.borrow().clone();
            fits(vm, data.len(), "")?;
            Value::ByteArray(Rc::new(ByteArray::new(data.repeat(count))))
        }
        Value::Tuple(items) => {
            fits(vm, items.len(), "")?;
            match count {
                1 => sequence.clone(),
                _ => Value::tuple(repeated(items, count)),
            }
        }
        Value::List(items) => {
            let items = items.to_vec();
            fits(vm, items.len(), "")?;
            Value::list(repeated(&items, count))
        }
        _ => Value::NotImplemented,
    })
}

fn repeated(items: &[Value], count: usize) -> Vec<Value> {
    let mut all = Vec::with_capacity(items.len() * count);
    for _ in 0..count {
        all.extend_from_slice(items);
    }
    all
}

/// How often a sequence is to be repeated: never for a negative number.
fn repeat_count(vm: &mut Vm, value: &Value) -> Result<usize> {
    if let Value::Int(count) = value {
        return Ok(usize::try_from(*count).unwrap_or(0));
    }
    let Some(count) = vm.find_index(value)? else {
        let name = vm.type_name(value);
        return Err(vm.type_error(format!(
            "can't multiply sequence by non-int of type '{name}'"
        )));
    };
    match count.to_i64() {
        Some(count) => Ok(usize::try_from(count).unwrap_or(0)),
        None => Err(vm.overflow_error("cannot fit 'int' into an index-sized integer")),
    }
}

/// `list += iterable`.
pub(super) fn extend_list(vm: &mut Vm, list: &Rc<List>, items: &Value) -> Result<()> {
    let items = vm.collect(items)?;
    list.borrow_mut().extend(items);
    Ok(())
}
