//! What an exception points to: its cause, its context, its traceback, its notes.

use std::rc::Rc;

use super::{change, receiver, state};
use crate::builtins::traceback;
use crate::value::{Args, Instance, List, Payload, Value};
use crate::vm::{Result, Vm};

fn exception_or_none(vm: &mut Vm, value: &Value, role: &str) -> Result<Option<Rc<Instance>>> {
    match value {
        Value::None => Ok(None),
        Value::Instance(instance) if matches!(&*instance.payload(), Payload::Exception(_)) => {
            Ok(Some(instance.clone()))
        }
        _ => Err(vm.type_error(format!(
            "exception {role} must be None or derive from BaseException"
        ))),
    }
}

fn value_of(link: Option<Rc<Instance>>) -> Value {
    link.map_or(Value::None, Value::Instance)
}

pub(super) fn get_cause(vm: &mut Vm, args: Args) -> Result<Value> {
    let exception = receiver(vm, &args)?;
    Ok(value_of(state(&exception, |state| state.cause.clone())))
}

pub(super) fn set_cause(vm: &mut Vm, args: Args) -> Result<Value> {
    let exception = receiver(vm, &args)?;
    let cause = exception_or_none(vm, &args[1], "cause")?;
    change(&exception, |state| {
        state.cause = cause;
        state.suppress_context = true;
    });
    Ok(Value::None)
}

pub(super) fn get_context(vm: &mut Vm, args: Args) -> Result<Value> {
    let exception = receiver(vm, &args)?;
    Ok(value_of(state(&exception, |state| state.context.clone())))
}

pub(super) fn set_context(vm: &mut Vm, args: Args) -> Result<Value> {
    let exception = receiver(vm, &args)?;
    let context = exception_or_none(vm, &args[1], "context")?;
    change(&exception, |state| state.context = context);
    Ok(Value::None)
}

pub(super) fn get_suppress_context(vm: &mut Vm, args: Args) -> Result<Value> {
    let exception = receiver(vm, &args)?;
    Ok(Value::Bool(state(&exception, |state| {
        state.suppress_context
    })))
}

pub(super) fn set_suppress_context(vm: &mut Vm, args: Args) -> Result<Value> {
    let exception = receiver(vm, &args)?;
    let suppress = vm.truth(&args[1])?;
    change(&exception, |state| state.suppress_context = suppress);
    Ok(Value::None)
}

pub(super) fn get_traceback(vm: &mut Vm, args: Args) -> Result<Value> {
    let exception = receiver(vm, &args)?;
    let entries = state(&exception, |state| state.traceback.clone());
    Ok(traceback::of_entries(vm, &entries))
}

pub(super) fn set_traceback(vm: &mut Vm, args: Args) -> Result<Value> {
    let exception = receiver(vm, &args)?;
    let entries = match traceback::traceback(&args[1]) {
        Some(given) => given.entries().to_vec(),
        None if args[1].is_none() => Vec::new(),
        None => return Err(vm.type_error("__traceback__ must be a traceback or None")),
    };
    change(&exception, |state| state.traceback = entries);
    Ok(Value::None)
}

/// `exception.with_traceback(traceback)` gives the exception itself.
pub(super) fn with_traceback(vm: &mut Vm, args: Args) -> Result<Value> {
    let traceback = args.exactly_one(vm, "BaseException.with_traceback", 1)?;
    let exception = args[0].clone();
    set_traceback(vm, Args::two(exception.clone(), traceback))?;
    Ok(exception)
}

pub(super) fn add_note(vm: &mut Vm, args: Args) -> Result<Value> {
    let exception = receiver(vm, &args)?;
    let note = args.exactly_one(vm, "BaseException.add_note", 1)?;
    if note.as_str().is_none() {
        let name = vm.type_name(&note);
        return Err(vm.type_error(format!("note must be a str, not '{name}'")));
    }
    let attributes = exception.attributes();
    match attributes.get_str("__notes__") {
        Some(Value::List(notes)) => notes.borrow_mut().push(note),
        Some(_) => return Err(vm.type_error("Cannot add note: __notes__ is not a list")),
        None => {
            let notes = List::new(vec![note]);
            attributes.set_str("__notes__", Value::List(Rc::new(notes)));
        }
    }
    Ok(Value::None)
}
