//! `copy`.

use std::rc::Rc;

use brooklet_python::pickle::state;
use brooklet_python::value::{
    Args, ByteArray, Dict, Instance, Module, Payload, Set, Special, Value,
};
use brooklet_python::vm::{ExceptionKind, Level, Result, Vm};

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    super::replayed_functions(
        module,
        Level::Uncounted,
        &[("copy", copy), ("deepcopy", deepcopy)],
    );
    let error = vm.types.exception(ExceptionKind::Exception).clone();
    let error = brooklet_python::value::ClassBuilder::new("copy", "Error", &error).build();
    module.set("Error", Value::Class(error.clone()));
    module.set("error", Value::Class(error));
    Ok(())
}

fn copy(vm: &mut Vm, args: Args) -> Result<Value> {
    let value = args.exactly_one(vm, "copy", 0)?;
    if let Some(method) = vm.special_method(&value, Special::Copy) {
        return vm.call(&method, Args::none());
    }
    Ok(match &value {
        Value::List(items) => Value::list(items.to_vec()),
        Value::Dict(dict) => Value::Dict(Rc::new(dict.copy())),
        Value::Set(set) => Value::Set(Rc::new(Set::from_items(vm, set.to_vec())?)),
        Value::ByteArray(data) => Value::ByteArray(Rc::new(ByteArray::new(data.borrow().clone()))),
        Value::Generator(_) | Value::Module(_) => return Err(cannot_copy(vm, &value)),
        Value::Instance(instance) if instance.class.pickles_itself() => {
            copy_by_state(vm, instance, |_, part| Ok(part))?
        }
        Value::Instance(instance) => {
            let payload = instance.payload().clone();
            let payload = match payload {
                Payload::Value(inner) => Payload::Value(copy(vm, Args::one(inner))?),
                other => other,
            };
            let made = Instance::new(instance.class.clone(), payload);
            if let Some(attributes) = instance.attributes_if_any() {
                for (key, value) in attributes.items() {
                    made.attributes().set(vm, key, value)?;
                }
            }
            Value::Instance(Rc::new(made))
        }
        _ => value,
    })
}

/// A copy of an object that has `__reduce_ex__`, made of what that gives.
fn copy_by_state(
    vm: &mut Vm,
    instance: &Rc<Instance>,
    mut copied: impl FnMut(&mut Vm, Value) -> Result<Value>,
) -> Result<Value> {
    if let Some([callable, arguments, state]) = state::reduced(vm, instance)? {
        let parts = [callable, copied(vm, arguments)?, copied(vm, state)?];
        return state::made(vm, &parts);
    }
    let state = state::of(vm, instance)?;
    let state = copied(vm, state)?;
    let payload = instance.payload().clone();
    let made = Value::Instance(Rc::new(Instance::new(instance.class.clone(), payload)));
    state::set(vm, &made, &state)?;
    Ok(made)
}

fn cannot_copy(vm: &mut Vm, value: &Value) -> brooklet_python::vm::Raise {
    let name = vm.type_name(value);
    vm.type_error(format!("cannot pickle '{name}' object"))
}

/// Copies that were made, with their originals: what is met again is copied once.
#[derive(Default)]
struct Made(Vec<(Value, Value)>);

impl Made {
    fn known(&self, value: &Value) -> Option<Value> {
        self.0
            .iter()
            .find(|(original, _)| original.is(value))
            .map(|(_, copy)| copy.clone())
    }
}

fn deepcopy(vm: &mut Vm, args: Args) -> Result<Value> {
    let [value, memo] = args.bind(vm, "deepcopy", 0, ["x", "memo"], 1)?;
    let memo = memo
        .filter(|memo| !memo.is_none())
        .unwrap_or_else(|| Value::Dict(Rc::default()));
    deep(
        vm,
        &value.unwrap_or_default(),
        &mut Made::default(),
        &memo,
        0,
    )
}

fn deep(vm: &mut Vm, value: &Value, made: &mut Made, memo: &Value, depth: usize) -> Result<Value> {
    if depth > 300 {
        return Err(vm.error(
            ExceptionKind::RecursionError,
            "maximum recursion depth exceeded",
        ));
    }
    let depth = depth + 1;
    let is_container = matches!(
        value,
        Value::List(_)
            | Value::Dict(_)
            | Value::Set(_)
            | Value::FrozenSet(_)
            | Value::Tuple(_)
            | Value::Instance(_)
    );
    if !is_container {
        return copy_plain(vm, value);
    }
    if let Some(known) = made.known(value) {
        return Ok(known);
    }
    Ok(match value {
        Value::List(items) => {
            let copied = Value::list(Vec::new());
            made.0.push((value.clone(), copied.clone()));
            for item in items.to_vec() {
                let item = deep(vm, &item, made, memo, depth)?;
                if let Value::List(copied) = &copied {
                    copied.borrow_mut().push(item);
                }
            }
            copied
        }
        Value::Tuple(items) => {
            let mut copied = Vec::with_capacity(items.len());
            for item in items.iter() {
                copied.push(deep(vm, item, made, memo, depth)?);
            }
            // A tuple whose items are all themselves stays itself.
            if copied.iter().zip(items.iter()).all(|(a, b)| a.is(b)) {
                value.clone()
            } else {
                Value::tuple(copied)
            }
        }
        Value::Dict(dict) => {
            let copied = Rc::new(Dict::new());
            made.0.push((value.clone(), Value::Dict(copied.clone())));
            fill(vm, &copied, dict, made, memo, depth)?;
            Value::Dict(copied)
        }
        Value::Set(set) | Value::FrozenSet(set) => {
            let mut items = Vec::new();
            for item in set.to_vec() {
                items.push(deep(vm, &item, made, memo, depth)?);
            }
            let copied = Rc::new(Set::from_items(vm, items)?);
            if matches!(value, Value::Set(_)) {
                Value::Set(copied)
            } else {
                Value::FrozenSet(copied)
            }
        }
        Value::Instance(instance) => {
            if let Some(method) = vm.special_method(value, Special::DeepCopy) {
                return vm.call_one(&method, memo.clone());
            }
            if instance.class.pickles_itself() {
                let copied =
                    copy_by_state(vm, instance, |vm, part| deep(vm, &part, made, memo, depth))?;
                made.0.push((value.clone(), copied.clone()));
                return Ok(copied);
            }
            let payload = instance.payload().clone();
            if matches!(payload, Payload::Native(_)) {
                return deep_native(vm, value, made);
            }
            let made_instance = Rc::new(Instance::new(instance.class.clone(), Payload::None));
            made.0
                .push((value.clone(), Value::Instance(made_instance.clone())));
            let payload = match payload {
                Payload::Value(inner) => Payload::Value(deep(vm, &inner, made, memo, depth)?),
                other => other,
            };
            *made_instance.payload_mut() = payload;
            if let Some(attributes) = instance.attributes_if_any() {
                let copied = made_instance.attributes().clone();
                fill(vm, &copied, attributes, made, memo, depth)?;
            }
            Value::Instance(made_instance)
        }
        other => other.clone(),
    })
}

fn fill(
    vm: &mut Vm,
    copied: &Dict,
    from: &Dict,
    made: &mut Made,
    memo: &Value,
    depth: usize,
) -> Result<()> {
    for (key, value) in from.items() {
        let key = deep(vm, &key, made, memo, depth)?;
        let value = deep(vm, &value, made, memo, depth)?;
        copied.set(vm, key, value)?;
    }
    Ok(())
}

fn copy_plain(vm: &mut Vm, value: &Value) -> Result<Value> {
    copy(vm, Args::one(value.clone()))
}

/// Objects of Rust data are copied as pickling copies them; those that cannot be stay themselves.
fn deep_native(vm: &mut Vm, value: &Value, made: &mut Made) -> Result<Value> {
    let copied = match brooklet_python::pickle::pickle(vm, value) {
        Ok(pickled) => pickled.unpickle(vm)?,
        Err(raise) if vm.is_exception(&raise, ExceptionKind::RecursionError) => return Err(raise),
        Err(_) => value.clone(),
    };
    made.0.push((value.clone(), copied.clone()));
    Ok(copied)
}
