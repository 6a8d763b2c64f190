//! `str` and `repr` of exceptions.

use super::{os_error, receiver, state, unicode_error};
use crate::value::{Args, Instance, Value};
use crate::vm::{ExceptionKind, Result, Vm};

/// `str(exception)`.
///
/// # Errors
/// What the `__str__` of an argument raises.
pub(crate) fn text(vm: &mut Vm, exception: &Instance) -> Result<String> {
    let args = state(exception, |state| state.args.clone());
    if let Some(text) = os_error::text(vm, exception, &args)? {
        return Ok(text);
    }
    if let Some(text) = unicode_error::text(vm, exception, &args)? {
        return Ok(text);
    }
    let is = |kind| exception.class.is_subclass(vm.types.exception(kind));
    match &args[..] {
        [] => Ok(String::new()),
        [key] if is(ExceptionKind::KeyError) => vm.repr(key),
        [message, Value::Tuple(place)] if is(ExceptionKind::SyntaxError) && place.len() >= 2 => {
            let message = vm.str(message)?;
            let (file, line) = (vm.str(&place[0])?, vm.str(&place[1])?);
            let file = file.rsplit('/').next().unwrap_or_default();
            Ok(format!("{message} ({file}, line {line})"))
        }
        [argument] => {
            vm.inside_container("while getting the str of an object", |vm| vm.str(argument))
        }
        _ => vm.repr(&Value::tuple(args)),
    }
}

/// `repr(exception)`.
///
/// # Errors
/// What the `__repr__` of an argument raises.
pub(crate) fn repr(vm: &mut Vm, exception: &Instance) -> Result<String> {
    let args = state(exception, |state| state.args.clone());
    let args = os_error::shown_args(vm, exception, args);
    let name = &exception.class.name;
    match &args[..] {
        [argument] => vm.inside_container("while getting the repr of an object", |vm| {
            Ok(format!("{name}({})", vm.repr(argument)?))
        }),
        _ => Ok(format!("{name}{}", vm.repr(&Value::tuple(args))?)),
    }
}

pub(super) fn repr_method(vm: &mut Vm, args: Args) -> Result<Value> {
    let exception = receiver(vm, &args)?;
    Ok(Value::from(repr(vm, &exception)?))
}

pub(super) fn str_method(vm: &mut Vm, args: Args) -> Result<Value> {
    let exception = receiver(vm, &args)?;
    Ok(Value::from(text(vm, &exception)?))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::vm::SilentHost;

    fn shown(kind: ExceptionKind, args: Vec<Value>) -> (String, String) {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let class = vm.types.exception(kind).clone();
        let exception = vm.new_exception(&class, args);
        (
            text(&mut vm, &exception).unwrap(),
            repr(&mut vm, &exception).unwrap(),
        )
    }

    #[test]
    fn texts_are_those_of_cpython() {
        let pair = |text: &str, repr: &str| (text.to_string(), repr.to_string());
        assert_eq!(
            shown(ExceptionKind::ValueError, vec![Value::str("x")]),
            pair("x", "ValueError('x')")
        );
        assert_eq!(
            shown(ExceptionKind::KeyError, vec![Value::str("x")]),
            pair("'x'", "KeyError('x')")
        );
        assert_eq!(
            shown(
                ExceptionKind::ValueError,
                vec![Value::Int(1), Value::Int(2)]
            ),
            pair("(1, 2)", "ValueError(1, 2)")
        );
        assert_eq!(
            shown(
                ExceptionKind::FileNotFoundError,
                vec![
                    Value::Int(2),
                    Value::str("No such file or directory"),
                    Value::str("f")
                ]
            ),
            pair(
                "[Errno 2] No such file or directory: 'f'",
                "FileNotFoundError(2, 'No such file or directory')"
            )
        );
    }
}
