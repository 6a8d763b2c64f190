//! `functools.wraps`: a function that looks like the one it wraps.

use super::partial::Partial;
use brooklet_python::native_class::object;
use brooklet_python::value::{Args, Value};
use brooklet_python::vm::{Result, Vm};

/// Attributes that are copied.
pub(super) const ASSIGNMENTS: [&str; 5] = [
    "__module__",
    "__name__",
    "__qualname__",
    "__doc__",
    "__annotations__",
];

fn names(vm: &mut Vm, given: Option<Value>, default: &[&str]) -> Result<Vec<String>> {
    let Some(given) = given else {
        return Ok(default.iter().map(ToString::to_string).collect());
    };
    let names = vm.collect(&given)?;
    Ok(names
        .iter()
        .filter_map(Value::as_str)
        .map(ToString::to_string)
        .collect())
}

/// Copies what describes a function, and its own attributes, onto its wrapper.
pub(super) fn copy_description(
    vm: &mut Vm,
    wrapper: &Value,
    wrapped: &Value,
    assigned: &[String],
    updated: &[String],
) -> Result<()> {
    for name in assigned {
        if let Some(value) = vm.find_attribute(wrapped, name)? {
            vm.set_attribute(wrapper, name, value)?;
        }
    }
    for name in updated {
        if let Some(from) = vm.find_attribute(wrapped, name)? {
            let to = vm.get_attribute(wrapper, name)?;
            vm.call_method(&to, "update", Args::one(from))?;
        }
    }
    vm.set_attribute(wrapper, "__wrapped__", wrapped.clone())
}

pub(super) fn update_wrapper(vm: &mut Vm, args: Args) -> Result<Value> {
    let [wrapper, wrapped, assigned, updated] = args.bind(
        vm,
        "update_wrapper",
        0,
        ["wrapper", "wrapped", "assigned", "updated"],
        2,
    )?;
    let assigned = names(vm, assigned, &ASSIGNMENTS)?;
    let updated = names(vm, updated, &["__dict__"])?;
    let (wrapper, wrapped) = (wrapper.unwrap_or_default(), wrapped.unwrap_or_default());
    copy_description(vm, &wrapper, &wrapped, &assigned, &updated)?;
    Ok(wrapper)
}

pub(super) fn wraps(vm: &mut Vm, args: Args) -> Result<Value> {
    let [wrapped, assigned, updated] =
        args.bind(vm, "wraps", 0, ["wrapped", "assigned", "updated"], 1)?;
    let mut kept = Args::none().with_keyword("wrapped", wrapped.unwrap_or_default());
    for (name, value) in [("assigned", assigned), ("updated", updated)] {
        if let Some(value) = value {
            kept = kept.with_keyword(name, value);
        }
    }
    let function = Value::native("update_wrapper", update_wrapper);
    Ok(object(
        vm,
        Partial {
            function,
            args: kept,
        },
    ))
}
