//! What the methods of lists, tuples and ranges share.

use crate::value::{Args, Value};
use crate::vm::{ExceptionKind, Result, Vm};

/// How often an item is there.
pub(super) fn count(
    vm: &mut Vm,
    item: &Value,
    get: impl Fn(usize) -> Option<Value>,
) -> Result<Value> {
    let mut count = 0_i64;
    let mut at = 0;
    while let Some(other) = get(at) {
        if vm.equal(&other, item)? {
            count += 1;
        }
        at += 1;
    }
    Ok(Value::Int(count))
}

/// Where an item is first: the arguments after the receiver are the item, a start and an end.
pub(super) fn index(
    vm: &mut Vm,
    args: &Args,
    length: usize,
    get: impl Fn(usize) -> Option<Value>,
) -> Result<Option<usize>> {
    let mut bound = |at: usize, default: usize| match args.get(at) {
        Some(bound) => Ok(clamp(index_bound(vm, bound)?, length)),
        None => Ok(default),
    };
    let (start, end) = (bound(2, 0)?, bound(3, usize::MAX)?);
    let mut at = start;
    while at < end {
        let Some(other) = get(at) else { break };
        if vm.equal(&other, &args[1])? {
            return Ok(Some(at));
        }
        at += 1;
    }
    Ok(None)
}

fn index_bound(vm: &mut Vm, bound: &Value) -> Result<i64> {
    match bound {
        Value::Int(bound) => Ok(*bound),
        Value::BigInt(bound) if bound.sign() == num_bigint::Sign::Minus => Ok(i64::MIN),
        Value::BigInt(_) => Ok(i64::MAX),
        other => vm.to_i64(other).map_err(|raise| {
            if vm.is_exception(&raise, ExceptionKind::TypeError) {
                vm.type_error("slice indices must be integers or have an __index__ method")
            } else {
                raise
            }
        }),
    }
}

/// An index, negative ones counted from the end, cut to `0..=length`.
pub(super) fn clamp(index: i64, length: usize) -> usize {
    let length = length as i64;
    let at = if index < 0 {
        index.saturating_add(length)
    } else {
        index
    };
    at.clamp(0, length) as usize
}

/// The `key` and `reverse` of `sort` and `sorted`, given by keyword.
pub(super) fn sort_options(vm: &mut Vm, mut args: Args) -> Result<(Option<Value>, bool)> {
    let key = args.take_keyword("key").filter(|key| !key.is_none());
    let reverse = match args.take_keyword("reverse") {
        Some(Value::Bool(reverse)) => reverse,
        Some(reverse) => vm.to_i64(&reverse)? != 0,
        None => false,
    };
    if let Some((name, _)) = args.keywords.first() {
        return Err(vm.type_error(format!(
            "'{name}' is an invalid keyword argument for sort()"
        )));
    }
    Ok((key, reverse))
}
