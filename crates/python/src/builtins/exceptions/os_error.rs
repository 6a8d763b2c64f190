//! `OSError`: number, text and file.

use std::rc::Rc;

use super::{receiver, state};
use crate::value::{Args, Class, ClassBuilder, Instance, Value};
use crate::vm::{ExceptionKind, Result, Vm};

pub(super) fn define(class: ClassBuilder) -> ClassBuilder {
    class.properties(&[
        ("errno", |vm, args| part(vm, &args, 0)),
        ("strerror", |vm, args| part(vm, &args, 1)),
        ("filename", |vm, args| part(vm, &args, 2)),
        ("filename2", |vm, args| part(vm, &args, 4)),
    ])
}

/// A part of an error that was made with two to five arguments; others have none.
fn part(vm: &mut Vm, args: &Args, at: usize) -> Result<Value> {
    let exception = receiver(vm, args)?;
    let args = state(&exception, |state| state.args.clone());
    if !(2..=5).contains(&args.len()) {
        return Ok(Value::None);
    }
    Ok(args.get(at).cloned().unwrap_or_default())
}

/// `args` as the program sees them: without the files' names.
pub(super) fn shown_args(vm: &Vm, exception: &Instance, mut args: Vec<Value>) -> Vec<Value> {
    let os_error = vm.types.exception(ExceptionKind::OSError);
    if (3..=5).contains(&args.len()) && exception.class.is_subclass(os_error) {
        args.truncate(2);
    }
    args
}

/// The text of an error with a number; `None` for other exceptions.
pub(super) fn text(vm: &mut Vm, exception: &Instance, args: &[Value]) -> Result<Option<String>> {
    let os_error = vm.types.exception(ExceptionKind::OSError);
    if !(2..=5).contains(&args.len()) || !exception.class.is_subclass(os_error) {
        return Ok(None);
    }
    let (number, reason) = (vm.str(&args[0])?, vm.str(&args[1])?);
    let mut text = format!("[Errno {number}] {reason}");
    if let Some(file) = args.get(2).filter(|file| !file.is_none()) {
        text.push_str(": ");
        text.push_str(&vm.repr(file)?);
        if let Some(second) = args.get(4) {
            text.push_str(" -> ");
            text.push_str(&vm.repr(second)?);
        }
    }
    Ok(Some(text))
}

/// `OSError` called with a number that has a class of its own gives that class.
pub(super) fn class_of_number(vm: &Vm, class: &Rc<Class>, args: &Args) -> Rc<Class> {
    let is_os_error = Rc::ptr_eq(class, vm.types.exception(ExceptionKind::OSError));
    let (true, 2..=5, Some(Value::Int(number))) = (is_os_error, args.len(), args.get(0)) else {
        return class.clone();
    };
    let kind = match number {
        1 | 13 => ExceptionKind::PermissionError,
        2 => ExceptionKind::FileNotFoundError,
        3 => ExceptionKind::ProcessLookupError,
        4 => ExceptionKind::InterruptedError,
        10 => ExceptionKind::ChildProcessError,
        11 | 114 | 115 => ExceptionKind::BlockingIOError,
        17 => ExceptionKind::FileExistsError,
        20 => ExceptionKind::NotADirectoryError,
        21 => ExceptionKind::IsADirectoryError,
        32 | 108 => ExceptionKind::BrokenPipeError,
        103 => ExceptionKind::ConnectionAbortedError,
        104 => ExceptionKind::ConnectionResetError,
        110 => ExceptionKind::TimeoutError,
        111 => ExceptionKind::ConnectionRefusedError,
        _ => return class.clone(),
    };
    vm.types.exception(kind).clone()
}
