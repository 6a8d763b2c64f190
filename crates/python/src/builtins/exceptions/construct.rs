//! Making exceptions, and their arguments.

use std::rc::Rc;

use super::{change, os_error, receiver, state, unicode_error};
use crate::value::{Args, Class, Value};
use crate::vm::{Result, Vm};

/// The attributes that the call of a class takes by keyword only.
pub(super) fn keyword_attributes(class: &str) -> &'static [&'static str] {
    match class {
        "ImportError" => &["name", "path"],
        "NameError" => &["name"],
        "AttributeError" => &["name", "obj"],
        _ => &[],
    }
}

/// Calls an exception class.
pub(super) fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let own_initializer = class
        .resolution_order()
        .take_while(|class| !class.builtin)
        .any(|class| class.attributes.get_str("__init__").is_some());
    let class = os_error::class_of_number(vm, class, &args);
    let positional = args.positional.to_vec();
    if !own_initializer {
        check(vm, &class, &args)?;
    }
    let exception = vm.new_exception(&class, positional);
    if !own_initializer {
        for (name, value) in &args.keywords {
            exception.attributes().set_name(name, value.clone());
        }
    }
    Ok(Value::Instance(exception))
}

/// Whether a class takes such arguments.
fn check(vm: &mut Vm, class: &Rc<Class>, args: &Args) -> Result<()> {
    let builtin = class
        .resolution_order()
        .find(|class| class.builtin)
        .unwrap_or(class);
    if builtin.name.as_str().starts_with("Unicode") {
        unicode_error::check(vm, builtin, args)?;
    }
    let Some((keyword, _)) = args.keywords.first() else {
        return Ok(());
    };
    let taken: Vec<&str> = class
        .resolution_order()
        .flat_map(|class| keyword_attributes(class.name.as_str()))
        .copied()
        .collect();
    if taken.is_empty() {
        let name = &class.name;
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    let unknown = args
        .keywords
        .iter()
        .find(|(keyword, _)| !taken.contains(&keyword.as_str()));
    match unknown {
        None => Ok(()),
        Some(_) => Err(vm.type_error(format!(
            "'{keyword}' is an invalid keyword argument for {}()",
            builtin.name
        ))),
    }
}

/// `BaseException.__init__`: the arguments become `args`.
pub(super) fn initialize(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let exception = receiver(vm, &args)?;
    args.take_first();
    check(vm, &exception.class.clone(), &args)?;
    for (name, value) in &args.keywords {
        exception.attributes().set_name(name, value.clone());
    }
    let positional = args.positional.to_vec();
    change(&exception, |state| state.args = positional);
    Ok(Value::None)
}

pub(super) fn get_args(vm: &mut Vm, args: Args) -> Result<Value> {
    let exception = receiver(vm, &args)?;
    let args = state(&exception, |state| state.args.clone());
    Ok(Value::tuple(os_error::shown_args(vm, &exception, args)))
}

pub(super) fn set_args(vm: &mut Vm, args: Args) -> Result<Value> {
    let exception = receiver(vm, &args)?;
    let new = vm.collect(&args[1])?;
    change(&exception, |state| state.args = new);
    Ok(Value::None)
}

/// `__reduce__`: class, arguments and (where there are any) attributes.
pub(super) fn reduce(vm: &mut Vm, args: Args) -> Result<Value> {
    let exception = receiver(vm, &args)?;
    let class = Value::Class(exception.class.clone());
    let mut parts = vec![class, get_args(vm, args)?];
    if let Some(attributes) = exception.attributes_if_any()
        && !attributes.is_empty()
    {
        parts.push(Value::Dict(attributes.clone()));
    }
    Ok(Value::tuple(parts))
}
