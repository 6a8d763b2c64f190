//! Records that are pairs.

use brooklet_python::Value;
use brooklet_python::vm::{ExceptionKind, Result, Vm};

/// `key, value = record`.
///
/// # Errors
/// `TypeError` and `ValueError` of Python's unpacking.
pub(crate) fn unpack_pair(vm: &mut Vm, record: &Value) -> Result<(Value, Value)> {
    if let Value::Tuple(items) = record
        && let [key, value] = &items[..]
    {
        return Ok((key.clone(), value.clone()));
    }
    let iterator = match vm.iter(record) {
        Ok(iterator) => iterator,
        Err(raise) if vm.is_exception(&raise, ExceptionKind::TypeError) => {
            let name = vm.type_name(record);
            return Err(vm.type_error(format!("cannot unpack non-iterable {name} object")));
        }
        Err(raise) => return Err(raise),
    };
    let too_few = |vm: &Vm, got: usize| {
        vm.value_error(format!(
            "not enough values to unpack (expected 2, got {got})"
        ))
    };
    let Some(key) = vm.next(&iterator)? else {
        return Err(too_few(vm, 0));
    };
    let Some(value) = vm.next(&iterator)? else {
        return Err(too_few(vm, 1));
    };
    if vm.next(&iterator)?.is_some() {
        return Err(vm.value_error("too many values to unpack (expected 2)"));
    }
    Ok((key, value))
}

/// `record[index]`.
pub(crate) fn part(vm: &mut Vm, record: &Value, index: usize) -> Result<Value> {
    if let Value::Tuple(items) = record
        && let Some(item) = items.get(index)
    {
        return Ok(item.clone());
    }
    vm.get_item(record, &Value::from(index))
}
