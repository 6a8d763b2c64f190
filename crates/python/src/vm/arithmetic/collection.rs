//! `|`, `&`, `-` and `^` of sets, dicts and their views.

use std::rc::Rc;

use brooklet_python_compiler::bytecode::BinaryOp;

use crate::value::{Dict, Set, Value, ViewKind};
use crate::vm::{Result, Vm};

/// Set operators of two built-in values; `NotImplemented` where they do not fit.
pub(super) fn binary(vm: &mut Vm, op: BinaryOp, left: &Value, right: &Value) -> Result<Value> {
    use Value::{Dict, FrozenSet, Set};
    match (left, right) {
        (Set(set) | FrozenSet(set), Set(_) | FrozenSet(_)) => {
            let result = Rc::new(operate(vm, op, set, right)?);
            Ok(match left {
                Set(_) => Set(result),
                _ => FrozenSet(result),
            })
        }
        (Value::Class(_), _) | (_, Value::Class(_)) if op == BinaryOp::Or => {
            Ok(crate::builtins::union_type::join(vm, left, right).unwrap_or(Value::NotImplemented))
        }
        (Dict(a), Dict(b)) if op == BinaryOp::Or => {
            let merged = a.copy();
            merge_dict(vm, &merged, b)?;
            Ok(Dict(Rc::new(merged)))
        }
        _ if is_set_view(left) || is_set_view(right) => {
            Ok(Set(Rc::new(operate_on_view(vm, op, left, right)?)))
        }
        _ => Ok(Value::NotImplemented),
    }
}

fn is_set_view(value: &Value) -> bool {
    matches!(value, Value::DictView(view) if view.kind != ViewKind::Values)
}

/// An operator of a set and an iterable.
fn operate(vm: &mut Vm, op: BinaryOp, set: &Rc<Set>, other: &Value) -> Result<Set> {
    match op {
        BinaryOp::Or => set.union(vm, other),
        BinaryOp::And => set.intersection(vm, other),
        BinaryOp::Subtract => set.difference(vm, other),
        _ => set.symmetric_difference(vm, other),
    }
}

/// An operator of two iterables, of which one is a view of keys or items, in CPython's steps.
fn operate_on_view(vm: &mut Vm, op: BinaryOp, left: &Value, right: &Value) -> Result<Set> {
    if op == BinaryOp::And {
        return intersect_view(vm, left, right);
    }
    let result = match left {
        Value::DictView(view) if view.kind == ViewKind::Keys => {
            Set::from_iterable(vm, &Value::Dict(view.dict.clone()))?
        }
        _ => Set::from_iterable(vm, left)?,
    };
    match op {
        BinaryOp::Or => result.update(vm, right)?,
        BinaryOp::Subtract => result.difference_update(vm, right)?,
        _ => result.symmetric_difference_update(vm, right)?,
    }
    Ok(result)
}

/// The items of one side that are in the other one, which is a view.
fn intersect_view(vm: &mut Vm, left: &Value, right: &Value) -> Result<Set> {
    let (mut view, mut other) = if is_set_view(left) {
        (left, right)
    } else {
        (right, left)
    };
    if let Value::Set(set) = other
        && vm.length(view)? <= set.len() as u64
    {
        return set.intersection(vm, view);
    }
    if is_set_view(other) && vm.length(other)? > vm.length(view)? {
        std::mem::swap(&mut view, &mut other);
    }
    let result = Set::new();
    let iterator = vm.iter(other)?;
    while let Some(item) = vm.next(&iterator)? {
        if vm.contains(view, &item)? {
            result.add(vm, item)?;
        }
    }
    Ok(result)
}

fn merge_dict(vm: &mut Vm, dict: &Dict, other: &Dict) -> Result<()> {
    for (key, value) in other.items() {
        dict.set(vm, key, value)?;
    }
    Ok(())
}

/// `set |= other` and the like, for a set on the right; `NotImplemented` for anything else.
pub(super) fn change_set(
    vm: &mut Vm,
    op: BinaryOp,
    left: &Value,
    set: &Rc<Set>,
    right: &Value,
) -> Result<Value> {
    if !matches!(right, Value::Set(_) | Value::FrozenSet(_)) {
        return Ok(Value::NotImplemented);
    }
    match op {
        BinaryOp::Or => set.update(vm, right)?,
        BinaryOp::And => {
            let kept = set.intersection(vm, right)?;
            set.replace_with(kept);
        }
        BinaryOp::Subtract => set.difference_update(vm, right)?,
        BinaryOp::Xor => set.symmetric_difference_update(vm, right)?,
        _ => return Ok(Value::NotImplemented),
    }
    Ok(left.clone())
}

/// `dict |= other`, where the other is a dict or gives pairs.
pub(super) fn update_dict(
    vm: &mut Vm,
    left: &Value,
    dict: &Rc<Dict>,
    right: &Value,
) -> Result<Value> {
    match vm.unwrap_builtin(right) {
        Value::Dict(other) => merge_dict(vm, dict, &other)?,
        _ => {
            let update = vm.get_attribute(left, "update")?;
            vm.call_one(&update, right.clone())?;
        }
    }
    Ok(left.clone())
}
