//! `slice`.

use std::rc::Rc;

use super::protocol;
use super::receiver::{receiver, wrong_receiver};
use crate::value::{Args, Class, ClassBuilder, Slice, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .constructor(new)
        .replayed(protocol::COMPARISON)
        .replayed(protocol::REPR)
        .methods(&[("indices", indices)])
        .properties(&[
            ("start", |vm, args| {
                Ok(slice(vm, &args, "start")?.start.clone())
            }),
            ("stop", |vm, args| {
                Ok(slice(vm, &args, "stop")?.stop.clone())
            }),
            ("step", |vm, args| {
                Ok(slice(vm, &args, "step")?.step.clone())
            }),
        ])
        .attribute("__hash__", Value::None)
}

/// The slice that a method is called on.
fn slice(vm: &mut Vm, args: &Args, method: &str) -> Result<Rc<Slice>> {
    match receiver(vm, args, "slice", method)? {
        Value::Slice(slice) => Ok(slice),
        other => Err(wrong_receiver(vm, &other, "slice", method)),
    }
}

fn new(vm: &mut Vm, _: &Rc<Class>, args: Args) -> Result<Value> {
    args.between(vm, "slice", 0, 1, 3)?;
    let part = |at: usize| args.get(at).cloned().unwrap_or_default();
    let slice = match args.len() {
        1 => Slice {
            start: Value::None,
            stop: part(0),
            step: Value::None,
        },
        _ => Slice {
            start: part(0),
            stop: part(1),
            step: part(2),
        },
    };
    Ok(Value::Slice(Rc::new(slice)))
}

fn indices(vm: &mut Vm, args: Args) -> Result<Value> {
    let slice = slice(vm, &args, "indices")?;
    let length = args.exactly_one(vm, "slice.indices", 1)?;
    let length = vm.to_i64(&length)?;
    let Ok(length) = usize::try_from(length) else {
        return Err(vm.value_error("length should not be negative"));
    };
    let indices = vm.slice_indices(&slice, length)?;
    let parts = [indices.start, indices.stop, indices.step];
    Ok(Value::tuple(parts.into_iter().map(Value::Int).collect()))
}
