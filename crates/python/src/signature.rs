//! Arguments of functions that are Python functions in CPython and PySpark: the same binding as
//! [`Args::bind`], other messages than those of functions in C.

use crate::value::{Args, Value};
use crate::vm::{Result, Vm};

/// What a function takes by position or keyword; the first `required` ones must be given.
pub struct Signature<'a> {
    /// The dotted name, as messages show it.
    pub function: &'a str,
    /// Arguments by position that stand before `names`: a receiver.
    pub receivers: usize,
    /// The names, in order.
    pub names: &'a [&'a str],
    /// How many of them must be given.
    pub required: usize,
}

impl Signature<'_> {
    /// Binds the arguments after the receivers to the names.
    ///
    /// # Errors
    /// `TypeError` for too many, missing, doubled or unknown arguments.
    pub fn bind(&self, vm: &mut Vm, args: Args) -> Result<Vec<Option<Value>>> {
        let mut bound = vec![None; self.names.len()];
        self.fill(vm, args, &mut bound)?;
        Ok(bound)
    }

    /// [`Signature::bind`] into a slot for each name.
    fn fill(&self, vm: &mut Vm, args: Args, bound: &mut [Option<Value>]) -> Result<()> {
        let (function, names) = (self.function, self.names);
        let given = args.len();
        for (slot, value) in bound
            .iter_mut()
            .zip(args.positional.into_iter().skip(self.receivers))
        {
            *slot = Some(value);
        }
        for (name, value) in args.keywords {
            let fault = match names.iter().position(|known| *known == name.as_str()) {
                Some(at) if bound[at].is_none() => {
                    bound[at] = Some(value);
                    continue;
                }
                Some(_) => "multiple values for argument",
                None => "an unexpected keyword argument",
            };
            return Err(vm.type_error(format!("{function}() got {fault} '{name}'")));
        }
        let most = names.len() + self.receivers;
        if given > most {
            let least = self.required + self.receivers;
            let takes = match (least == most, most) {
                (true, 1) => "1 positional argument".to_owned(),
                (true, _) => format!("{most} positional arguments"),
                (false, _) => format!("from {least} to {most} positional arguments"),
            };
            let were = if given == 1 { "was" } else { "were" };
            return Err(vm.type_error(format!(
                "{function}() takes {takes} but {given} {were} given"
            )));
        }
        let missing: Vec<&str> = (0..self.required)
            .filter(|at| bound[*at].is_none())
            .map(|at| names[at])
            .collect();
        self.complete(vm, &missing)
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

/// Binds `args` to `names`; the first `receivers` arguments (`self` or `cls`) are left out of the
/// result but counted in messages, and the first `required` names must be given.
///
/// # Errors
/// `TypeError` for too many, missing, doubled or unknown arguments.
pub fn bind<const N: usize>(
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
    let mut bound = [const { None }; N];
    signature.fill(vm, args, &mut bound)?;
    Ok(bound)
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
            message(Args::of(vec![receiver.clone(); 4]).with_keyword("c", Value::None)),
            "TypeError: C.f() got an unexpected keyword argument 'c'"
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
