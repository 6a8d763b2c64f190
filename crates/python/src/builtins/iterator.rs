//! Iterators that Brooklet defines. Each kind has a class of its own, derived from this one.

use super::object;
use crate::value::{Args, ClassBuilder, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class.constructor(object::no_instances).methods(&[
        ("__iter__", |_, args| Ok(args[0].clone())),
        ("__next__", next),
        ("__length_hint__", |_, args| {
            Ok(match &args[0] {
                Value::Iterator(iterator) => Value::from(iterator.size_hint()),
                _ => Value::NotImplemented,
            })
        }),
    ])
}

fn next(vm: &mut Vm, args: Args) -> Result<Value> {
    match vm.next(&args[0])? {
        Some(item) => Ok(item),
        None => Err(vm.stop_iteration(Value::None)),
    }
}
