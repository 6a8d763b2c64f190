//! Binding arguments to the parameters of methods that PySpark writes in Python.
//!
//! Such methods answer wrong calls in the words of Python functions, not in those of built-in
//! ones: [`brooklet_python::Args::bind`] is for the latter.

use brooklet_python::{Args, Result, Value, Vm};

/// Binds `args` to `names`; the first `receivers` arguments (`self` or `cls`) are left out of the
/// result but counted in messages, and the first `required` names must be given.
///
/// # Errors
/// `TypeError` for too many, missing, doubled or unknown arguments.
pub(crate) fn bind<const N: usize>(
    vm: &mut Vm,
    args: Args,
    function: &str,
    receivers: usize,
    names: [&str; N],
    required: usize,
) -> Result<[Option<Value>; N]> {
    let mut bound: [Option<Value>; N] = std::array::from_fn(|_| None);
    let given = args.positional.len();
    for (slot, value) in bound
        .iter_mut()
        .zip(args.positional.into_iter().skip(receivers))
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
    if given > receivers + N {
        let takes = if required == N {
            let most = receivers + N;
            let plural = if most == 1 { "" } else { "s" };
            format!("{most} positional argument{plural}")
        } else {
            format!(
                "from {} to {} positional arguments",
                receivers + required,
                receivers + N
            )
        };
        let were = if given == 1 { "was" } else { "were" };
        return Err(vm.type_error(format!(
            "{function}() takes {takes} but {given} {were} given"
        )));
    }
    let missing: Vec<String> = (0..required)
        .filter(|at| bound[*at].is_none())
        .map(|at| format!("'{}'", names[at]))
        .collect();
    if !missing.is_empty() {
        let count = missing.len();
        let plural = if count == 1 { "" } else { "s" };
        return Err(vm.type_error(format!(
            "{function}() missing {count} required positional argument{plural}: {}",
            enumerate(&missing)
        )));
    }
    Ok(bound)
}

/// `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`.
fn enumerate(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first, second] => format!("{first} and {second}"),
        [others @ .., last] => format!("{}, and {last}", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use brooklet_python::vm::SilentHost;

    use super::*;

    fn message(args: Args) -> String {
        let mut vm = Vm::new(Rc::new(SilentHost));
        match bind(
            &mut vm,
            args,
            "DStream.window",
            1,
            ["windowDuration", "slideDuration"],
            1,
        ) {
            Ok(_) => String::new(),
            Err(raise) => format!("{raise:?}"),
        }
    }

    #[test]
    fn speaks_as_python_functions_do() {
        let one = || Value::Int(1);
        assert_eq!(message(Args::of([one(), one()])), "");
        assert_eq!(
            message(Args::of([one()])),
            "TypeError: DStream.window() missing 1 required positional argument: 'windowDuration'"
        );
        assert_eq!(
            message(Args::of([one(), one(), one(), one()])),
            "TypeError: DStream.window() takes from 2 to 3 positional arguments but 4 were given"
        );
        assert_eq!(
            message(Args::of([one(), one()]).with_keyword("windowDuration", one())),
            "TypeError: DStream.window() got multiple values for argument 'windowDuration'"
        );
        assert_eq!(
            message(Args::of([one(), one()]).with_keyword("size", one())),
            "TypeError: DStream.window() got an unexpected keyword argument 'size'"
        );
    }
}
