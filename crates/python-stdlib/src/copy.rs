//! `copy`: shallow copies. Deep ones are in Python, as in CPython, so that their depth is CPython's too.

use std::rc::Rc;

use brooklet_python::pickle::state;
use brooklet_python::value::{Args, ByteArray, Instance, Module, Payload, Set, Special, Value};
use brooklet_python::vm::{ExceptionKind, Level, Result, Vm};

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    super::replayed_functions(module, Level::Uncounted, &[("copy", copy)]);
    super::functions(module, &[("_is_native", is_native), ("_native", native)]);
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
            copy_by_state(vm, instance)?
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
fn copy_by_state(vm: &mut Vm, instance: &Rc<Instance>) -> Result<Value> {
    if let Some(parts) = state::reduced(vm, instance)? {
        return state::made(vm, &parts);
    }
    let state = state::of(vm, instance)?;
    let payload = instance.payload().clone();
    let made = Value::Instance(Rc::new(Instance::new(instance.class.clone(), payload)));
    state::set(vm, &made, &state)?;
    Ok(made)
}

fn cannot_copy(vm: &mut Vm, value: &Value) -> brooklet_python::vm::Raise {
    let name = vm.type_name(value);
    vm.type_error(format!("cannot pickle '{name}' object"))
}

/// Whether an object holds data that only Rust code can copy.
fn is_native(_: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::Bool(match args.get(0) {
        Some(Value::Instance(instance)) => matches!(*instance.payload(), Payload::Native(_)),
        _ => true,
    }))
}

/// Such objects are copied as pickling copies them; those that cannot be stay themselves.
fn native(vm: &mut Vm, args: Args) -> Result<Value> {
    let value = args.exactly_one(vm, "_native", 0)?;
    match brooklet_python::pickle::pickle(vm, &value) {
        Ok(pickled) => pickled.unpickle(vm),
        Err(raise) if vm.is_exception(&raise, ExceptionKind::RecursionError) => Err(raise),
        Err(_) => Ok(value),
    }
}
