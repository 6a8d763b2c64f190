//! `dict_keys`, `dict_values` and `dict_items`.

use std::rc::Rc;

use super::protocol;
use super::receiver::receiver;
use crate::value::{Args, ClassBuilder, DictView, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .replayed(protocol::COMPARISON)
        .replayed(protocol::CONTAINER)
        .replayed(protocol::SET_ARITHMETIC)
        .replayed(protocol::REPR)
        .methods(&[("isdisjoint", is_disjoint), ("__reversed__", reversed)])
        .properties(&[("mapping", |vm, args| {
            let view = view(vm, &args, "mapping")?;
            Ok(Value::Dict(view.dict.clone()))
        })])
}

fn view(vm: &mut Vm, args: &Args, method: &str) -> Result<Rc<DictView>> {
    match receiver(vm, args, "dict_keys", method)? {
        Value::DictView(view) => Ok(view),
        other => Err(super::receiver::wrong_receiver(
            vm,
            &other,
            "dict_keys",
            method,
        )),
    }
}

fn is_disjoint(vm: &mut Vm, args: Args) -> Result<Value> {
    let view = Value::DictView(view(vm, &args, "isdisjoint")?);
    let other = args.exactly_one(vm, "dict_keys.isdisjoint", 1)?;
    for item in vm.collect(&other)? {
        if vm.contains(&view, &item)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

fn reversed(vm: &mut Vm, args: Args) -> Result<Value> {
    let view = view(vm, &args, "__reversed__")?;
    Ok(super::functions::reversed_dict(&view.dict, view.kind))
}
