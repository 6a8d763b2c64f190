//! `BaseException` and the classes derived from it.

mod construct;
mod links;
mod os_error;
pub(crate) mod syntax_error;
mod text;
mod unicode_error;

use std::rc::Rc;

pub(crate) use text::{repr, text};

use crate::value::{Args, ClassBuilder, ExceptionState, Instance, Payload, Value};
use crate::vm::{Result, Vm};

/// Defines `BaseException`.
pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .constructor(construct::new)
        .methods(&[
            ("__init__", construct::initialize),
            ("__repr__", text::repr_method),
            ("__str__", text::str_method),
            ("__reduce__", construct::reduce),
            ("with_traceback", links::with_traceback),
            ("add_note", links::add_note),
        ])
        .settable_properties(&[
            ("args", construct::get_args, construct::set_args),
            ("__cause__", links::get_cause, links::set_cause),
            ("__context__", links::get_context, links::set_context),
            ("__traceback__", links::get_traceback, links::set_traceback),
            (
                "__suppress_context__",
                links::get_suppress_context,
                links::set_suppress_context,
            ),
        ])
}

/// Adds what an exception class has of its own.
pub(crate) fn refine(name: &str, class: ClassBuilder) -> ClassBuilder {
    match name {
        "StopIteration" => class.properties(&[("value", |vm, args| argument(vm, &args, 0))]),
        "SystemExit" => class.properties(&[("code", system_exit_code)]),
        "OSError" => os_error::define(class),
        "UnicodeDecodeError" | "UnicodeEncodeError" => unicode_error::define(class),
        "ImportError" => class.properties(&[("msg", |vm, args| argument(vm, &args, 0))]),
        "SyntaxError" => syntax_error::define(class),
        _ => class,
    }
    .keyword_attributes(name)
}

impl ClassBuilder {
    /// The attributes that are `None` until the call of the class gives them by keyword.
    fn keyword_attributes(self, name: &str) -> ClassBuilder {
        construct::keyword_attributes(name)
            .iter()
            .fold(self, |class, name| class.attribute(name, Value::None))
    }
}

/// The exception that a method is called on.
fn receiver(vm: &mut Vm, args: &Args) -> Result<Rc<Instance>> {
    match args.get(0) {
        Some(Value::Instance(instance))
            if matches!(&*instance.payload(), Payload::Exception(_)) =>
        {
            Ok(instance.clone())
        }
        _ => Err(vm.type_error("an exception was expected as the receiver")),
    }
}

/// Reads the state of an exception.
fn state<T: Default>(exception: &Instance, read: impl FnOnce(&ExceptionState) -> T) -> T {
    match &*exception.payload() {
        Payload::Exception(state) => read(state),
        _ => T::default(),
    }
}

/// Changes the state of an exception.
fn change(exception: &Instance, change: impl FnOnce(&mut ExceptionState)) {
    if let Payload::Exception(state) = &mut *exception.payload_mut() {
        change(state);
    }
}

/// An argument that the exception was made with; `None` where there are fewer.
fn argument(vm: &mut Vm, args: &Args, at: usize) -> Result<Value> {
    let exception = receiver(vm, args)?;
    Ok(state(&exception, |state| {
        state.args.get(at).cloned().unwrap_or_default()
    }))
}

fn system_exit_code(vm: &mut Vm, args: Args) -> Result<Value> {
    let exception = receiver(vm, &args)?;
    let mut args = state(&exception, |state| state.args.clone());
    Ok(match args.len() {
        0 => Value::None,
        1 => args.remove(0),
        _ => Value::tuple(args),
    })
}
