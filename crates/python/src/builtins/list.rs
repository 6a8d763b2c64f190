//! `list`.

use std::rc::Rc;

use super::receiver::{receiver, wrong_receiver};
use super::{generic_alias, protocol, sequence};
use crate::value::{Args, Class, ClassBuilder, List, Value};
use crate::vm::step::Visitor;
use crate::vm::{Result, Step, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .constructor(new)
        .replayed(protocol::COMPARISON)
        .replayed(protocol::CONTAINER)
        .replayed(protocol::SUBSCRIPT)
        .replayed(protocol::ASSIGNMENT)
        .replayed(protocol::SEQUENCE_ARITHMETIC)
        .replayed(protocol::REPR)
        .replayed(&[("count", count), ("index", index), ("remove", remove)])
        .resumable(&[("sort", sort), ("extend", extend)])
        .methods(&[
            ("__init__", initialize),
            ("append", append),
            ("clear", clear),
            ("copy", copy),
            ("insert", insert),
            ("pop", pop),
            ("reverse", reverse),
        ])
        .class_methods(generic_alias::CLASS_METHODS)
        .attribute("__hash__", Value::None)
}

/// The list that a method is called on.
fn list(vm: &mut Vm, args: &Args, method: &str) -> Result<Rc<List>> {
    match receiver(vm, args, "list", method)? {
        Value::List(list) => Ok(list),
        other => Err(wrong_receiver(vm, &other, "list", method)),
    }
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    // A derived class fills its list in `__init__`.
    if !class.builtin {
        return Ok(vm.wrap_builtin(class, Value::list(Vec::new())));
    }
    args.between(vm, "list", 0, 0, 1)?;
    Ok(Value::list(match args.get(0) {
        Some(iterable) => vm.collect(iterable)?,
        None => Vec::new(),
    }))
}

fn initialize(vm: &mut Vm, args: Args) -> Result<Value> {
    let list = list(vm, &args, "__init__")?;
    args.between(vm, "list", 1, 0, 1)?;
    let items = match args.get(1) {
        Some(iterable) => vm.collect(iterable)?,
        None => Vec::new(),
    };
    let old = std::mem::replace(&mut *list.borrow_mut(), items);
    drop(old);
    Ok(Value::None)
}

fn append(vm: &mut Vm, args: Args) -> Result<Value> {
    let list = list(vm, &args, "append")?;
    let item = args.exactly_one(vm, "list.append", 1)?;
    list.borrow_mut().push(item);
    Ok(Value::None)
}

fn clear(vm: &mut Vm, args: Args) -> Result<Value> {
    let list = list(vm, &args, "clear")?;
    args.receiver_only(vm, "list.clear")?;
    // As in CPython, the last item goes first.
    let mut old = std::mem::take(&mut *list.borrow_mut());
    while let Some(item) = old.pop() {
        drop(item);
    }
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args) -> Result<Value> {
    let list = list(vm, &args, "copy")?;
    args.receiver_only(vm, "list.copy")?;
    Ok(Value::list(list.to_vec()))
}

fn count(vm: &mut Vm, args: Args) -> Result<Value> {
    let list = list(vm, &args, "count")?;
    let item = args.exactly_one(vm, "list.count", 1)?;
    sequence::count(vm, &item, |at| list.get(at))
}

fn extend(vm: &mut Vm, args: Args) -> Result<Step> {
    let list = list(vm, &args, "extend")?;
    let iterable = args.exactly_one(vm, "list.extend", 1)?;
    if matches!(iterable, Value::List(_) | Value::Tuple(_)) {
        let items = vm.collect(&iterable)?;
        list.borrow_mut().extend(items);
        return Ok(Step::Done(Value::None));
    }
    vm.visit(&iterable, Extend(list))
}

/// Puts item after item at the end of a list.
struct Extend(Rc<List>);

impl Visitor for Extend {
    fn visit(&mut self, _: &mut Vm, item: Value) -> Result<Step> {
        Ok(Step::Done(item))
    }

    fn take(&mut self, _: &mut Vm, item: Value) -> Result<Option<Value>> {
        self.0.borrow_mut().push(item);
        Ok(None)
    }

    fn end(&mut self, _: &mut Vm) -> Result<Step> {
        Ok(Step::Done(Value::None))
    }
}

fn index(vm: &mut Vm, args: Args) -> Result<Value> {
    let list = list(vm, &args, "index")?;
    args.between(vm, "index", 1, 1, 3)?;
    match sequence::index(vm, &args, list.len(), |at| list.get(at))? {
        Some(at) => Ok(Value::from(at)),
        None => {
            let item = vm.repr(&args[1])?;
            Err(vm.value_error(format!("{item} is not in list")))
        }
    }
}

fn insert(vm: &mut Vm, args: Args) -> Result<Value> {
    let list = list(vm, &args, "insert")?;
    args.between(vm, "insert", 1, 2, 2)?;
    let index = vm.to_i64(&args[1])?;
    let at = sequence::clamp(index, list.len());
    list.borrow_mut().insert(at, args[2].clone());
    Ok(Value::None)
}

fn pop(vm: &mut Vm, args: Args) -> Result<Value> {
    let list = list(vm, &args, "pop")?;
    args.between(vm, "pop", 1, 0, 1)?;
    let index = match args.get(1) {
        Some(index) => vm.to_i64(index)?,
        None => -1,
    };
    let length = list.len() as i64;
    if length == 0 {
        return Err(vm.index_error("pop from empty list"));
    }
    let at = if index < 0 { index + length } else { index };
    if !(0..length).contains(&at) {
        return Err(vm.index_error("pop index out of range"));
    }
    let item = list.borrow_mut().remove(at as usize);
    Ok(item)
}

fn remove(vm: &mut Vm, args: Args) -> Result<Value> {
    let list = list(vm, &args, "remove")?;
    let item = args.exactly_one(vm, "list.remove", 1)?;
    let mut at = 0;
    while let Some(other) = list.get(at) {
        if vm.equal(&other, &item)? {
            let length = list.len();
            if at < length {
                let old = list.borrow_mut().remove(at);
                drop(old);
            }
            return Ok(Value::None);
        }
        at += 1;
    }
    Err(vm.value_error("list.remove(x): x not in list"))
}

fn reverse(vm: &mut Vm, args: Args) -> Result<Value> {
    let list = list(vm, &args, "reverse")?;
    args.receiver_only(vm, "list.reverse")?;
    list.borrow_mut().reverse();
    Ok(Value::None)
}

fn sort(vm: &mut Vm, args: Args) -> Result<Step> {
    let list = list(vm, &args, "sort")?;
    if args.len() > 1 {
        return Err(vm.type_error("sort() takes no positional arguments"));
    }
    let (key, reverse) = sequence::sort_options(vm, args)?;
    // While it is sorted the list looks empty, as in CPython.
    let items = std::mem::take(&mut *list.borrow_mut());
    let unsorted = items.clone();
    let (sorted, failed) = (list.clone(), list);
    vm.after(
        |vm| {
            vm.begin_sort(items, key, reverse, move |vm, items| {
                let meanwhile = std::mem::replace(&mut *sorted.borrow_mut(), items);
                if !meanwhile.is_empty() {
                    return Err(vm.value_error("list modified during sort"));
                }
                Ok(Step::Done(Value::None))
            })
        },
        move |_, answer| {
            if answer.is_err() && failed.is_empty() {
                *failed.borrow_mut() = unsorted;
            }
            answer.map(Step::Done)
        },
    )
}
