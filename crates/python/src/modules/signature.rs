//! Arguments of functions that are Python functions in CPython: the same binding, other messages
//! than those of functions in C.

use crate::value::{Args, Value};
use crate::vm::{Result, Vm};

/// What a function takes by position or keyword; the first `required` ones must be given.
pub(super) struct Signature<'a> {
    /// The dotted name, as messages show it.
    pub(super) function: &'a str,
    /// Arguments by position that stand before `names`: a receiver.
    pub(super) receivers: usize,
    pub(super) names: &'a [&'a str],
    pub(super) required: usize,
}

impl Signature<'_> {
    /// Binds the arguments after the receivers to the names.
    ///
    /// # Errors
    /// `TypeError` for too many, missing, doubled or unknown arguments.
    pub(super) fn bind(&self, vm: &mut Vm, args: Args) -> Result<Vec<Option<Value>>> {
        let (function, names) = (self.function, self.names);
        let mut bound: Vec<Option<Value>> = vec![None; names.len()];
        if args.len() > names.len() + self.receivers {
            let most = names.len() + self.receivers;
            let least = self.required + self.receivers;
            let takes = if least == most {
                most.to_string()
            } else {
                format!("from {least} to {most}")
            };
            let plural = if most == 1 { "" } else { "s" };
            let (given, were) = (args.len(), if args.len() == 1 { "was" } else { "were" });
            return Err(vm.type_error(format!(
                "{function}() takes {takes} positional argument{plural} but {given} {were} given"
            )));
        }
        for (slot, value) in bound
            .iter_mut()
            .zip(args.positional.into_iter().skip(self.receivers))
        {
            *slot = Some(value);
        }
        for (name, value) in args.keywords {
            match names.iter().position(|known| *known == name.as_str()) {
                Some(at) if bound[at].is_none() => bound[at] = Some(value),
                Some(_) => {
                    return Err(vm.type_error(format!(
                        "{function}() got multiple values for argument '{name}'"
                    )));
                }
                None => {
                    return Err(vm.type_error(format!(
                        "{function}() got an unexpected keyword argument '{name}'"
                    )));
                }
            }
        }
        let missing: Vec<&str> = (0..self.required)
            .filter(|at| bound[*at].is_none())
            .map(|at| names[at])
            .collect();
        self.complete(vm, &missing)?;
        Ok(bound)
    }

    /// Refuses a call in which arguments are missing.
    ///
    /// # Errors
    /// `TypeError` if any is.
    pub(super) fn complete(&self, vm: &mut Vm, missing: &[&str]) -> Result<()> {
        let quoted: Vec<String> = missing.iter().map(|name| format!("'{name}'")).collect();
        let list = match &quoted[..] {
            [] => return Ok(()),
            [only] => only.clone(),
            [first, second] => format!("{first} and {second}"),
            [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
        };
        let plural = if missing.len() == 1 { "" } else { "s" };
        Err(vm.type_error(format!(
            "{}() missing {} required positional argument{plural}: {list}",
            self.function,
            missing.len()
        )))
    }
}

/// [`Signature::bind`] for a fixed number of names.
///
/// # Errors
/// As [`Signature::bind`].
pub(super) fn bind<const N: usize>(
    vm: &mut Vm,
    args: Args,
    function: &str,
    receivers: usize,
    names: [&str; N],
    required: usize,
) -> Result<[Option<Value>; N]> {
    let signature = Signature {
        function,
        receivers,
        names: &names,
        required,
    };
    match signature.bind(vm, args)?.try_into() {
        Ok(bound) => Ok(bound),
        Err(_) => unreachable!("there is a slot for every name"),
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::vm::SilentHost;

    #[test]
    fn says_what_is_wrong_as_a_python_function_does() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let mut message = |args| {
            format!(
                "{:?}",
                bind(&mut vm, args, "C.f", 1, ["a", "b"], 1)
                    .map(|_| ())
                    .unwrap_err()
            )
        };
        let receiver = Value::None;
        assert_eq!(
            message(Args::of(vec![receiver.clone(); 4])),
            "TypeError: C.f() takes from 2 to 3 positional arguments but 4 were given"
        );
        assert_eq!(
            message(Args::one(receiver.clone())),
            "TypeError: C.f() missing 1 required positional argument: 'a'"
        );
        assert_eq!(
            message(Args::two(receiver, Value::None).with_keyword("a", Value::None)),
            "TypeError: C.f() got multiple values for argument 'a'"
        );
    }
}
