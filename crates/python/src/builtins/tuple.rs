//! `tuple`.

use std::rc::Rc;

use super::receiver::{receiver, wrong_receiver};
use super::{generic_alias, protocol, sequence};
use crate::value::{Args, Class, ClassBuilder, Tuple, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .constructor(new)
        .replayed(protocol::COMPARISON)
        .replayed(protocol::CONTAINER)
        .replayed(protocol::SUBSCRIPT)
        .replayed(protocol::SEQUENCE_ARITHMETIC)
        .replayed(protocol::REPR)
        .replayed(protocol::HASH)
        .replayed(&[("count", count), ("index", index)])
        .class_methods(generic_alias::CLASS_METHODS)
}

/// The tuple that a method is called on.
fn tuple(vm: &mut Vm, args: &Args, method: &str) -> Result<Rc<Tuple>> {
    match receiver(vm, args, "tuple", method)? {
        Value::Tuple(tuple) => Ok(tuple),
        other => Err(wrong_receiver(vm, &other, "tuple", method)),
    }
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    if class.builtin {
        args.no_keywords(vm, "tuple")?;
    }
    let positional = Args::of(args.positional.iter().cloned());
    positional.between(vm, "tuple", 0, 0, 1)?;
    let tuple = match args.get(0) {
        Some(tuple @ Value::Tuple(_)) => tuple.clone(),
        Some(iterable) => Value::tuple(vm.collect(iterable)?),
        None => Value::tuple(Vec::new()),
    };
    Ok(vm.wrap_builtin(class, tuple))
}

fn count(vm: &mut Vm, args: Args) -> Result<Value> {
    let tuple = tuple(vm, &args, "count")?;
    let item = args.exactly_one(vm, "tuple.count", 1)?;
    sequence::count(vm, &item, |at| tuple.get(at).cloned())
}

fn index(vm: &mut Vm, args: Args) -> Result<Value> {
    let tuple = tuple(vm, &args, "index")?;
    args.between(vm, "index", 1, 1, 3)?;
    match sequence::index(vm, &args, tuple.len(), |at| tuple.get(at).cloned())? {
        Some(at) => Ok(Value::from(at)),
        None => Err(vm.value_error("tuple.index(x): x not in tuple")),
    }
}
