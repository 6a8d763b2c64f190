//! `dict`.

use std::rc::Rc;

use super::receiver::{receiver, wrong_receiver};
use super::{generic_alias, protocol};
use crate::value::{Args, Class, ClassBuilder, Dict, DictView, Special, Value, ViewKind};
use crate::vm::{ExceptionKind, Level, Result, Step, Visitor, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .constructor(new)
        .replayed(protocol::COMPARISON)
        .replayed(protocol::CONTAINER)
        .replayed(protocol::ASSIGNMENT)
        .replayed(protocol::REPR)
        .methods(&protocol::SET_ARITHMETIC[..1])
        .replayed(&[("get", get), ("pop", pop), ("setdefault", set_default)])
        .resumable(&[("__init__", initialize), ("update", update)])
        .methods(&[
            ("__getitem__", get_item),
            ("__reversed__", reversed),
            ("clear", clear),
            ("copy", copy),
            ("items", |vm, args| {
                view(vm, &args, "items", ViewKind::Items)
            }),
            ("keys", |vm, args| view(vm, &args, "keys", ViewKind::Keys)),
            ("popitem", pop_item),
            ("values", |vm, args| {
                view(vm, &args, "values", ViewKind::Values)
            }),
        ])
        .replayed_class_methods(&[("fromkeys", from_keys)])
        .class_methods(generic_alias::CLASS_METHODS)
        .attribute("__hash__", Value::None)
}

/// The dict that a method is called on.
fn dict(vm: &mut Vm, args: &Args, method: &str) -> Result<Rc<Dict>> {
    match receiver(vm, args, "dict", method)? {
        Value::Dict(dict) => Ok(dict),
        other => Err(wrong_receiver(vm, &other, "dict", method)),
    }
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let dict = Rc::new(Dict::new());
    // A derived class fills its dict in `__init__`.
    if class.builtin {
        fill(vm, &dict, "dict", 0, args)?;
    }
    Ok(vm.wrap_builtin(class, Value::Dict(dict)))
}

fn initialize(vm: &mut Vm, args: Args) -> Result<Step> {
    let dict = dict(vm, &args, "__init__")?;
    begin_fill(vm, dict, "dict", args)
}

fn update(vm: &mut Vm, args: Args) -> Result<Step> {
    let dict = dict(vm, &args, "update")?;
    begin_fill(vm, dict, "update", args)
}

/// Begins to add what a method of a dict is given, which may have Python code.
fn begin_fill(vm: &mut Vm, dict: Rc<Dict>, function: &str, mut args: Args) -> Result<Step> {
    let positional = Args::of(args.positional.iter().cloned());
    positional.between(vm, function, 1, 0, 1)?;
    let keywords = std::mem::take(&mut args.keywords);
    let filled = dict.clone();
    vm.one_level(|vm| {
        vm.after(
            |vm| match args.get(1) {
                Some(source @ (Value::Generator(_) | Value::Iterator(_) | Value::Instance(_))) => {
                    begin_merge(vm, dict, source)
                }
                Some(source) => merge(vm, &dict, source).map(|()| Step::Done(Value::None)),
                None => Ok(Step::Done(Value::None)),
            },
            move |_, merged| {
                merged?;
                for (name, value) in keywords {
                    filled.set_name(&name, value);
                }
                Ok(Step::Done(Value::None))
            },
        )
    })
}

fn begin_merge(vm: &mut Vm, dict: Rc<Dict>, source: &Value) -> Result<Step> {
    let overridden = vm.special_method(source, Special::Iter).is_some();
    if !overridden && matches!(vm.unwrap_builtin(source), Value::Dict(_)) {
        return merge(vm, &dict, source).map(|()| Step::Done(Value::None));
    }
    let keys = match source {
        Value::Instance(_) => vm.find_attribute(source, "keys")?,
        _ => None,
    };
    let Some(keys) = keys else {
        return vm.visit(source, Pairs { dict, at: 0 });
    };
    let source = source.clone();
    vm.after(
        |vm| vm.begin_call(keys, Args::none()),
        move |vm, keys| {
            let items = MappingItems {
                dict,
                source,
                key: Value::None,
            };
            vm.visit(&keys?, items)
        },
    )
}

/// Adds pairs to a dict, one after the other.
struct Pairs {
    dict: Rc<Dict>,
    at: usize,
}

impl Visitor for Pairs {
    fn visit(&mut self, _: &mut Vm, item: Value) -> Result<Step> {
        Ok(Step::Done(item))
    }

    fn take(&mut self, vm: &mut Vm, pair: Value) -> Result<Option<Value>> {
        add_pair(vm, &self.dict, &pair, self.at)?;
        self.at += 1;
        Ok(None)
    }

    fn end(&mut self, _: &mut Vm) -> Result<Step> {
        Ok(Step::Done(Value::None))
    }
}

/// Adds the items of a mapping to a dict, key by key.
struct MappingItems {
    dict: Rc<Dict>,
    source: Value,
    key: Value,
}

impl Visitor for MappingItems {
    fn visit(&mut self, vm: &mut Vm, key: Value) -> Result<Step> {
        self.key = key.clone();
        let source = self.source.clone();
        vm.operate(Level::Uncounted, move |vm| vm.get_item(&source, &key))
    }

    fn take(&mut self, vm: &mut Vm, value: Value) -> Result<Option<Value>> {
        self.dict.set(vm, std::mem::take(&mut self.key), value)?;
        Ok(None)
    }

    fn end(&mut self, _: &mut Vm) -> Result<Step> {
        Ok(Step::Done(Value::None))
    }
}

/// Adds what `dict(…)` and `update(…)` take: a mapping or pairs, then keywords.
fn fill(vm: &mut Vm, dict: &Rc<Dict>, function: &str, skip: usize, args: Args) -> Result<()> {
    let positional = Args::of(args.positional.iter().cloned());
    positional.between(vm, function, skip, 0, 1)?;
    if let Some(source) = args.get(skip) {
        merge(vm, dict, source)?;
    }
    for (name, value) in args.keywords {
        dict.set_name(&name, value);
    }
    Ok(())
}

/// Adds the items of a mapping (what has `keys`) or of an iterable of pairs; later ones win.
///
/// # Errors
/// `TypeError` and `ValueError` for what is neither.
pub(crate) fn merge(vm: &mut Vm, dict: &Rc<Dict>, source: &Value) -> Result<()> {
    if let Some(items) = mapping_items(vm, source)? {
        for (key, value) in items {
            dict.set(vm, key, value)?;
        }
        return Ok(());
    }
    let iterator = vm.iter(source)?;
    let mut at = 0;
    while let Some(pair) = vm.next(&iterator)? {
        add_pair(vm, dict, &pair, at)?;
        at += 1;
    }
    Ok(())
}

/// Adds the pair at a place of an iterable.
fn add_pair(vm: &mut Vm, dict: &Rc<Dict>, pair: &Value, at: usize) -> Result<()> {
    let items = match vm.collect(pair) {
        Ok(items) => items,
        Err(raise)
            if vm.is_exception(&raise, ExceptionKind::TypeError) && vm.iter(pair).is_err() =>
        {
            return Err(vm.type_error(format!(
                "cannot convert dictionary update sequence element #{at} to a sequence"
            )));
        }
        Err(raise) => return Err(raise),
    };
    let [key, value] = &items[..] else {
        let length = items.len();
        return Err(vm.value_error(format!(
            "dictionary update sequence element #{at} has length {length}; 2 is required"
        )));
    };
    dict.set(vm, key.clone(), value.clone())
}

/// The items of a mapping; `None` for what is none.
fn mapping_items(vm: &mut Vm, source: &Value) -> Result<Option<Vec<(Value, Value)>>> {
    if let Value::Dict(dict) = source {
        return Ok(Some(dict.items()));
    }
    let Value::Instance(_) = source else {
        return Ok(None);
    };
    // As in CPython, a derived class that gives its keys in its own way is asked for them; others are not.
    let overridden = vm.special_method(source, Special::Iter).is_some();
    if !overridden && let Value::Dict(dict) = vm.unwrap_builtin(source) {
        return Ok(Some(dict.items()));
    }
    let Some(keys) = vm.find_attribute(source, "keys")? else {
        return Ok(None);
    };
    let keys = vm.call(&keys, Args::none())?;
    let mut items = Vec::new();
    for key in vm.collect(&keys)? {
        let value = vm.get_item(source, &key)?;
        items.push((key, value));
    }
    Ok(Some(items))
}

fn get_item(vm: &mut Vm, args: Args) -> Result<Value> {
    let dict = dict(vm, &args, "__getitem__")?;
    let key = args.exactly_one(vm, "dict.__getitem__", 1)?;
    if let Some(value) = dict.get(vm, &key)? {
        return Ok(value);
    }
    match vm.special_method(&args[0], Special::Missing) {
        Some(missing) => vm.call_one(&missing, key),
        None => Err(vm.key_error(key)),
    }
}

fn reversed(vm: &mut Vm, args: Args) -> Result<Value> {
    let dict = dict(vm, &args, "__reversed__")?;
    Ok(super::functions::reversed_dict(&dict, ViewKind::Keys))
}

fn clear(vm: &mut Vm, args: Args) -> Result<Value> {
    let dict = dict(vm, &args, "clear")?;
    args.receiver_only(vm, "dict.clear")?;
    dict.clear();
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args) -> Result<Value> {
    let dict = dict(vm, &args, "copy")?;
    args.receiver_only(vm, "dict.copy")?;
    Ok(Value::Dict(Rc::new(dict.copy())))
}

fn get(vm: &mut Vm, args: Args) -> Result<Value> {
    let dict = dict(vm, &args, "get")?;
    args.no_keywords(vm, "dict.get")?;
    args.between(vm, "get", 1, 1, 2)?;
    let found = dict.get(vm, &args[1])?;
    Ok(found.unwrap_or_else(|| args.get(2).cloned().unwrap_or_default()))
}

fn view(vm: &mut Vm, args: &Args, method: &str, kind: ViewKind) -> Result<Value> {
    let dict = dict(vm, args, method)?;
    args.receiver_only(vm, &format!("dict.{method}"))?;
    Ok(Value::DictView(Rc::new(DictView { dict, kind })))
}

fn pop(vm: &mut Vm, args: Args) -> Result<Value> {
    let dict = dict(vm, &args, "pop")?;
    args.no_keywords(vm, "dict.pop")?;
    args.between(vm, "pop", 1, 1, 2)?;
    match (dict.remove(vm, &args[1])?, args.get(2)) {
        (Some(value), _) => Ok(value),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(vm.key_error(args[1].clone())),
    }
}

fn pop_item(vm: &mut Vm, args: Args) -> Result<Value> {
    let dict = dict(vm, &args, "popitem")?;
    args.receiver_only(vm, "dict.popitem")?;
    match dict.pop_last() {
        Some((key, value)) => Ok(Value::tuple(vec![key, value])),
        None => Err(vm.key_error(Value::str("popitem(): dictionary is empty"))),
    }
}

fn set_default(vm: &mut Vm, args: Args) -> Result<Value> {
    let dict = dict(vm, &args, "setdefault")?;
    args.no_keywords(vm, "dict.setdefault")?;
    args.between(vm, "setdefault", 1, 1, 2)?;
    if let Some(value) = dict.get(vm, &args[1])? {
        return Ok(value);
    }
    let default = args.get(2).cloned().unwrap_or_default();
    dict.set(vm, args[1].clone(), default.clone())?;
    Ok(default)
}

fn from_keys(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "fromkeys", 1, 1, 2)?;
    let value = args.get(2).cloned().unwrap_or_default();
    let made = vm.call(&args[0], Args::none())?;
    for key in vm.collect(&args[1])? {
        vm.set_item(&made, key, value.clone())?;
    }
    Ok(made)
}
