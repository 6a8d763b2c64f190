//! `set`, and what it shares with `frozenset`.

use std::rc::Rc;

use super::receiver::{receiver, wrong_receiver};
use super::{generic_alias, protocol};
use crate::value::{Args, Class, ClassBuilder, Set, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    define_common(class)
        .constructor(new)
        .replayed(&[
            ("__init__", initialize),
            ("add", add),
            ("clear", clear),
            ("difference_update", difference_update),
            ("discard", discard),
            ("intersection_update", intersection_update),
            ("pop", pop),
            ("remove", remove),
            ("symmetric_difference_update", symmetric_difference_update),
            ("update", update),
        ])
        .attribute("__hash__", Value::None)
}

/// The methods that `set` and `frozenset` share.
pub(super) fn define_common(class: ClassBuilder) -> ClassBuilder {
    class
        .replayed(protocol::COMPARISON)
        .replayed(protocol::CONTAINER)
        .replayed(protocol::SET_ARITHMETIC)
        .replayed(protocol::REPR)
        .replayed(&[
            ("copy", copy),
            ("difference", difference),
            ("intersection", intersection),
            ("isdisjoint", is_disjoint),
            ("issubset", is_subset),
            ("issuperset", is_superset),
            ("symmetric_difference", symmetric_difference),
            ("union", union),
        ])
        .class_methods(generic_alias::CLASS_METHODS)
}

/// The set that a method is called on, as a value.
fn any_set(vm: &mut Vm, args: &Args, method: &str) -> Result<(Rc<Set>, bool)> {
    match receiver(vm, args, "set", method)? {
        Value::Set(set) => Ok((set, false)),
        Value::FrozenSet(set) => Ok((set, true)),
        other => Err(wrong_receiver(vm, &other, "set", method)),
    }
}

fn set(vm: &mut Vm, args: &Args, method: &str) -> Result<Rc<Set>> {
    Ok(any_set(vm, args, method)?.0)
}

/// A result of the receiver's kind.
fn of_kind(frozen: bool, set: Set) -> Value {
    if frozen {
        Value::FrozenSet(Rc::new(set))
    } else {
        Value::Set(Rc::new(set))
    }
}

/// `set.NAME` or `frozenset.NAME`, for messages.
fn full_name(frozen: bool, method: &str) -> String {
    let class = if frozen { "frozenset" } else { "set" };
    format!("{class}.{method}")
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let set = if class.builtin {
        args.between(vm, "set", 0, 0, 1)?;
        match args.get(0) {
            Some(iterable) => Set::from_iterable(vm, iterable)?,
            None => Set::new(),
        }
    } else {
        // A derived class fills its set in `__init__`.
        Set::new()
    };
    Ok(vm.wrap_builtin(class, Value::Set(Rc::new(set))))
}

fn initialize(vm: &mut Vm, args: Args) -> Result<Value> {
    let set = set(vm, &args, "__init__")?;
    args.between(vm, "set", 1, 0, 1)?;
    set.clear();
    if let Some(iterable) = args.get(1) {
        set.update(vm, iterable)?;
    }
    Ok(Value::None)
}

fn add(vm: &mut Vm, args: Args) -> Result<Value> {
    let set = set(vm, &args, "add")?;
    let item = args.exactly_one(vm, "set.add", 1)?;
    set.add(vm, item)?;
    Ok(Value::None)
}

fn clear(vm: &mut Vm, args: Args) -> Result<Value> {
    let set = set(vm, &args, "clear")?;
    args.receiver_only(vm, "set.clear")?;
    set.clear();
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args) -> Result<Value> {
    let (set, frozen) = any_set(vm, &args, "copy")?;
    args.receiver_only(vm, &full_name(frozen, "copy"))?;
    if frozen {
        return Ok(Value::FrozenSet(set));
    }
    Ok(Value::Set(Rc::new(set.copy())))
}

fn discard(vm: &mut Vm, args: Args) -> Result<Value> {
    let set = set(vm, &args, "discard")?;
    let item = args.exactly_one(vm, "set.discard", 1)?;
    let item = vm.hashable_form(&item);
    set.remove(vm, &item)?;
    Ok(Value::None)
}

fn remove(vm: &mut Vm, args: Args) -> Result<Value> {
    let set = set(vm, &args, "remove")?;
    let item = args.exactly_one(vm, "set.remove", 1)?;
    let key = vm.hashable_form(&item);
    if set.remove(vm, &key)? {
        return Ok(Value::None);
    }
    Err(vm.key_error(item))
}

fn pop(vm: &mut Vm, args: Args) -> Result<Value> {
    let set = set(vm, &args, "pop")?;
    args.receiver_only(vm, "set.pop")?;
    match set.pop() {
        Some(item) => Ok(item),
        None => Err(vm.key_error(Value::str("pop from an empty set"))),
    }
}

fn update(vm: &mut Vm, args: Args) -> Result<Value> {
    let set = set(vm, &args, "update")?;
    args.no_keywords(vm, "set.update")?;
    for other in &args.positional[1..] {
        set.update(vm, other)?;
    }
    Ok(Value::None)
}

fn union(vm: &mut Vm, args: Args) -> Result<Value> {
    let (set, frozen) = any_set(vm, &args, "union")?;
    args.no_keywords(vm, &full_name(frozen, "union"))?;
    let result = set.copy();
    for other in &args.positional[1..] {
        if !matches!(other, Value::Set(other) | Value::FrozenSet(other) if Rc::ptr_eq(other, &set))
        {
            result.update(vm, other)?;
        }
    }
    Ok(of_kind(frozen, result))
}

fn common_items(vm: &mut Vm, set: &Set, others: &[Value]) -> Result<Set> {
    let mut result = None;
    for other in others {
        let left = result.as_ref().unwrap_or(set);
        result = Some(left.intersection(vm, other)?);
    }
    Ok(result.unwrap_or_else(|| set.copy()))
}

fn intersection(vm: &mut Vm, args: Args) -> Result<Value> {
    let (set, frozen) = any_set(vm, &args, "intersection")?;
    args.no_keywords(vm, &full_name(frozen, "intersection"))?;
    let result = common_items(vm, &set, &args.positional[1..])?;
    Ok(of_kind(frozen, result))
}

fn intersection_update(vm: &mut Vm, args: Args) -> Result<Value> {
    let set = set(vm, &args, "intersection_update")?;
    args.no_keywords(vm, "set.intersection_update")?;
    let result = common_items(vm, &set, &args.positional[1..])?;
    set.replace_with(result);
    Ok(Value::None)
}

fn difference(vm: &mut Vm, args: Args) -> Result<Value> {
    let (set, frozen) = any_set(vm, &args, "difference")?;
    args.no_keywords(vm, &full_name(frozen, "difference"))?;
    let Some((first, others)) = args.positional[1..].split_first() else {
        return Ok(of_kind(frozen, set.copy()));
    };
    let result = set.difference(vm, first)?;
    for other in others {
        result.difference_update(vm, other)?;
    }
    Ok(of_kind(frozen, result))
}

fn difference_update(vm: &mut Vm, args: Args) -> Result<Value> {
    let set = set(vm, &args, "difference_update")?;
    args.no_keywords(vm, "set.difference_update")?;
    for other in &args.positional[1..] {
        set.difference_update(vm, other)?;
    }
    Ok(Value::None)
}

fn symmetric_difference(vm: &mut Vm, args: Args) -> Result<Value> {
    let (set, frozen) = any_set(vm, &args, "symmetric_difference")?;
    let other = args.exactly_one(vm, &full_name(frozen, "symmetric_difference"), 1)?;
    Ok(of_kind(frozen, set.symmetric_difference(vm, &other)?))
}

fn symmetric_difference_update(vm: &mut Vm, args: Args) -> Result<Value> {
    let set = set(vm, &args, "symmetric_difference_update")?;
    let other = args.exactly_one(vm, "set.symmetric_difference_update", 1)?;
    set.symmetric_difference_update(vm, &other)?;
    Ok(Value::None)
}

fn is_disjoint(vm: &mut Vm, args: Args) -> Result<Value> {
    let (set, frozen) = any_set(vm, &args, "isdisjoint")?;
    let other = args.exactly_one(vm, &full_name(frozen, "isdisjoint"), 1)?;
    Ok(Value::Bool(set.is_disjoint(vm, &other)?))
}

/// A set as it is, any other iterable as a new set.
fn as_set(vm: &mut Vm, value: &Value) -> Result<Rc<Set>> {
    match vm.unwrap_builtin(value) {
        Value::Set(set) | Value::FrozenSet(set) => Ok(set),
        _ => Ok(Rc::new(Set::from_iterable(vm, value)?)),
    }
}

fn is_subset(vm: &mut Vm, args: Args) -> Result<Value> {
    let (set, frozen) = any_set(vm, &args, "issubset")?;
    let other = args.exactly_one(vm, &full_name(frozen, "issubset"), 1)?;
    let other = as_set(vm, &other)?;
    Ok(Value::Bool(set.is_subset(vm, &other)?))
}

fn is_superset(vm: &mut Vm, args: Args) -> Result<Value> {
    let (set, frozen) = any_set(vm, &args, "issuperset")?;
    let other = args.exactly_one(vm, &full_name(frozen, "issuperset"), 1)?;
    let other = as_set(vm, &other)?;
    Ok(Value::Bool(other.is_subset(vm, &set)?))
}
