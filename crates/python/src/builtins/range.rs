//! `range`.

use std::rc::Rc;

use super::receiver::{receiver, wrong_receiver};
use super::{protocol, sequence};
use crate::value::{Args, Class, ClassBuilder, Range, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .constructor(new)
        .replayed(protocol::COMPARISON)
        .replayed(protocol::CONTAINER)
        .replayed(protocol::SUBSCRIPT)
        .replayed(protocol::REPR)
        .replayed(protocol::HASH)
        .methods(&[("count", count), ("index", index)])
        .properties(&[
            ("start", |vm, args| {
                Ok(Value::Int(range(vm, &args, "start")?.start))
            }),
            ("stop", |vm, args| {
                Ok(Value::Int(range(vm, &args, "stop")?.stop))
            }),
            ("step", |vm, args| {
                Ok(Value::Int(range(vm, &args, "step")?.step))
            }),
        ])
}

/// The range that a method is called on.
fn range(vm: &mut Vm, args: &Args, method: &str) -> Result<Rc<Range>> {
    match receiver(vm, args, "range", method)? {
        Value::Range(range) => Ok(range),
        other => Err(wrong_receiver(vm, &other, "range", method)),
    }
}

fn new(vm: &mut Vm, _: &Rc<Class>, args: Args) -> Result<Value> {
    args.between(vm, "range", 0, 1, 3)?;
    let part = |vm: &mut Vm, at: usize| match args.get(at) {
        Some(Value::BigInt(_)) => {
            Err(vm.overflow_error("Brooklet's range is limited to integers of 64 bits"))
        }
        Some(value) => vm.to_i64(value),
        None => Ok(1),
    };
    let first = part(vm, 0)?;
    let (start, stop) = if args.len() == 1 {
        (0, first)
    } else {
        (first, part(vm, 1)?)
    };
    let step = part(vm, 2)?;
    if step == 0 {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    Ok(Value::Range(Rc::new(Range { start, stop, step })))
}

fn count(vm: &mut Vm, args: Args) -> Result<Value> {
    let range = range(vm, &args, "count")?;
    let item = args.exactly_one(vm, "range.count", 1)?;
    if let Value::Int(item) = item {
        return Ok(Value::Int(i64::from(range.position(item).is_some())));
    }
    sequence::count(vm, &item, |at| item_at(&range, at))
}

fn index(vm: &mut Vm, args: Args) -> Result<Value> {
    let range = range(vm, &args, "index")?;
    let item = args.exactly_one(vm, "range.index", 1)?;
    if let Value::Int(value) = item {
        return match range.position(value) {
            Some(at) => Ok(Value::from(at)),
            None => Err(vm.value_error(format!("{value} is not in range"))),
        };
    }
    let length = usize::try_from(range.len()).unwrap_or(usize::MAX);
    match sequence::index(vm, &args, length, |at| item_at(&range, at))? {
        Some(at) => Ok(Value::from(at)),
        None => Err(vm.value_error("sequence.index(x): x not in sequence")),
    }
}

fn item_at(range: &Range, at: usize) -> Option<Value> {
    let at = at as u64;
    (at < range.len()).then(|| Value::Int(range.get(at)))
}
