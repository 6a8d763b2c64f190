//! `isinstance`, `issubclass`, `callable`.

use std::rc::Rc;

use crate::builtins::union_type;
use crate::value::{Args, Class, NativeFn, Special, Value};
use crate::vm::{Level, Result, Vm};

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("callable", callable),
    ("isinstance", is_instance),
    ("issubclass", is_subclass),
];

fn callable(vm: &mut Vm, args: Args) -> Result<Value> {
    let value = args.exactly_one(vm, "callable", 0)?;
    Ok(Value::Bool(match &value {
        Value::Function(_)
        | Value::Native(_)
        | Value::Method(_)
        | Value::Class(_)
        | Value::StaticMethod(_) => true,
        Value::Instance(_) => vm.special_method(&value, Special::Call).is_some(),
        _ => false,
    }))
}

fn is_instance(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "isinstance", 0, 2, 2)?;
    let class = vm.class_of(&args[0]);
    let message = "isinstance() arg 2 must be a type, a tuple of types, or a union";
    let found = matches(vm, &class, &args[1], Some(&args[0]), message)?;
    Ok(Value::Bool(found))
}

fn is_subclass(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "issubclass", 0, 2, 2)?;
    let Value::Class(class) = &args[0] else {
        return Err(vm.type_error("issubclass() arg 1 must be a class"));
    };
    let message = "issubclass() arg 2 must be a class, a tuple of classes, or a union";
    Ok(Value::Bool(matches(vm, class, &args[1], None, message)?))
}

/// Whether a class is (derived from) one of those that are meant: a class, a tuple or a union.
fn matches(
    vm: &mut Vm,
    class: &Rc<Class>,
    wanted: &Value,
    object: Option<&Value>,
    message: &str,
) -> Result<bool> {
    let (check, level) = match object {
        Some(_) => (Special::InstanceCheck, Level::InstanceCheck),
        None => (Special::SubclassCheck, Level::SubclassCheck),
    };
    match wanted {
        Value::Class(derived_from) => {
            if object.is_some() && Rc::ptr_eq(class, derived_from) {
                return Ok(true);
            }
            let asked = object
                .cloned()
                .unwrap_or_else(|| Value::Class(class.clone()));
            if derived_from.builtin
                && (class.is_subclass(derived_from)
                    || abstract_match(vm, derived_from, check, &asked)?)
            {
                return Ok(true);
            }
            match vm.special_method(wanted, check) {
                Some(check) => vm.deeper(level, |vm| {
                    let answer = vm.call_one(&check, asked)?;
                    vm.truth(&answer)
                }),
                None => Ok(class.is_subclass(derived_from)),
            }
        }
        Value::Tuple(choices) => vm.deeper(level, |vm| {
            for choice in choices.iter() {
                if matches(vm, class, choice, object, message)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }),
        other => {
            if let Some(members) = union_type::members(other) {
                return matches(vm, class, &Value::tuple(members), object, message);
            }
            let asked = object
                .cloned()
                .unwrap_or_else(|| Value::Class(class.clone()));
            match vm.special_method(other, check) {
                Some(check) => vm.deeper(level, |vm| {
                    let answer = vm.call_one(&check, asked)?;
                    vm.truth(&answer)
                }),
                None => Err(vm.type_error(message)),
            }
        }
    }
}

/// Classes of modules may say themselves what belongs to them (`collections.abc.Iterable`).
fn abstract_match(vm: &mut Vm, wanted: &Rc<Class>, check: Special, asked: &Value) -> Result<bool> {
    if wanted.module.as_str() == "builtins" {
        return Ok(false);
    }
    let Some(check @ Value::Native(_)) = wanted.attributes.get_str(check.name()) else {
        return Ok(false);
    };
    let answer = vm.call_two(&check, Value::Class(wanted.clone()), asked.clone())?;
    vm.truth(&answer)
}
