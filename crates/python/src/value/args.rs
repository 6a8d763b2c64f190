//! The arguments of a call.

use std::ops::Index;

use smallvec::SmallVec;

use super::{Str, Value};
use crate::vm::{Result, Vm};

/// The arguments of a call: by position, then by keyword.
#[derive(Clone, Default)]
pub struct Args {
    /// Arguments by position; for a method the first is the receiver.
    pub positional: SmallVec<[Value; 4]>,
    /// Arguments by keyword, in the order of the call.
    pub keywords: Vec<(Str, Value)>,
}

impl Args {
    /// No arguments.
    pub fn none() -> Args {
        Args::default()
    }

    /// One argument.
    pub fn one(value: Value) -> Args {
        let mut args = Args::default();
        args.positional.push(value);
        args
    }

    /// Two arguments.
    pub fn two(first: Value, second: Value) -> Args {
        let mut args = Args::one(first);
        args.positional.push(second);
        args
    }

    /// Arguments by position.
    pub fn of(values: impl IntoIterator<Item = Value>) -> Args {
        Args {
            positional: values.into_iter().collect(),
            keywords: Vec::new(),
        }
    }

    /// The same with a keyword argument more.
    #[must_use]
    pub fn with_keyword(mut self, name: &str, value: Value) -> Args {
        self.keywords.push((Str::new(name), value));
        self
    }

    /// How many arguments there are by position.
    pub fn len(&self) -> usize {
        self.positional.len()
    }

    /// Whether there is no argument at all.
    pub fn is_empty(&self) -> bool {
        self.positional.is_empty() && self.keywords.is_empty()
    }

    /// The argument at a position.
    pub fn get(&self, index: usize) -> Option<&Value> {
        self.positional.get(index)
    }

    /// Takes the argument called `name` out, if the call has it.
    pub fn take_keyword(&mut self, name: &str) -> Option<Value> {
        let at = self
            .keywords
            .iter()
            .position(|(key, _)| key.as_str() == name)?;
        Some(self.keywords.remove(at).1)
    }

    /// Takes the first argument out: the receiver of a method.
    pub fn take_first(&mut self) -> Value {
        self.positional.remove(0)
    }

    /// Refuses keyword arguments: `sorted.name() takes no keyword arguments`.
    ///
    /// # Errors
    /// `TypeError`.
    pub fn no_keywords(&self, vm: &mut Vm, function: &str) -> Result<()> {
        if self.keywords.is_empty() {
            return Ok(());
        }
        Err(vm.type_error(format!("{function}() takes no keyword arguments")))
    }

    /// A method's rule "no arguments but the receiver": `str.upper() takes no arguments (1 given)`.
    ///
    /// # Errors
    /// `TypeError`.
    pub fn receiver_only(&self, vm: &mut Vm, method: &str) -> Result<()> {
        self.no_keywords(vm, method)?;
        if self.positional.len() == 1 {
            return Ok(());
        }
        let given = self.positional.len().saturating_sub(1);
        Err(vm.type_error(format!("{method}() takes no arguments ({given} given)")))
    }

    /// The rule "exactly one argument" after `skip` receivers: `len() takes exactly one argument (2 given)`.
    ///
    /// # Errors
    /// `TypeError`.
    pub fn exactly_one(&self, vm: &mut Vm, function: &str, skip: usize) -> Result<Value> {
        self.no_keywords(vm, function)?;
        if self.positional.len() == skip + 1 {
            return Ok(self.positional[skip].clone());
        }
        let given = self.positional.len().saturating_sub(skip);
        Err(vm.type_error(format!(
            "{function}() takes exactly one argument ({given} given)"
        )))
    }

    /// The rule "between `min` and `max` arguments" after `skip` receivers, in the words of CPython's
    /// argument clinic: `replace expected at least 2 arguments, got 1`.
    ///
    /// # Errors
    /// `TypeError`.
    pub fn between(
        &self,
        vm: &mut Vm,
        function: &str,
        skip: usize,
        min: usize,
        max: usize,
    ) -> Result<()> {
        self.no_keywords(vm, function)?;
        let given = self.positional.len().saturating_sub(skip);
        if (min..=max).contains(&given) {
            return Ok(());
        }
        let plural = |n: usize| if n == 1 { "" } else { "s" };
        let message = if min == max {
            format!(
                "{function} expected {min} argument{}, got {given}",
                plural(min)
            )
        } else if given < min {
            format!(
                "{function} expected at least {min} argument{}, got {given}",
                plural(min)
            )
        } else {
            format!(
                "{function} expected at most {max} argument{}, got {given}",
                plural(max)
            )
        };
        Err(vm.type_error(message))
    }

    /// Binds the arguments after `skip` receivers to parameter names; a name `""` is positional only.
    /// The first `required` ones must be given.
    ///
    /// # Errors
    /// `TypeError` for too many, missing, doubled or unknown arguments.
    pub fn bind<const N: usize>(
        self,
        vm: &mut Vm,
        function: &str,
        skip: usize,
        names: [&str; N],
        required: usize,
    ) -> Result<[Option<Value>; N]> {
        let mut bound = [const { None }; N];
        self.bind_into(vm, function, skip, &names, required, &mut bound)?;
        Ok(bound)
    }

    fn bind_into(
        mut self,
        vm: &mut Vm,
        function: &str,
        skip: usize,
        names: &[&str],
        required: usize,
        bound: &mut [Option<Value>],
    ) -> Result<()> {
        let most = names.len();
        let given = self.positional.len().saturating_sub(skip) + self.keywords.len();
        if given > most {
            let at_most = if required == most {
                "exactly"
            } else {
                "at most"
            };
            let plural = if most == 1 { "" } else { "s" };
            return Err(vm.type_error(format!(
                "{function}() takes {at_most} {most} argument{plural} ({given} given)"
            )));
        }
        for (slot, value) in bound.iter_mut().zip(self.positional.drain(skip..)) {
            *slot = Some(value);
        }
        for (name, value) in self.keywords {
            match names
                .iter()
                .position(|known| !known.is_empty() && *known == name.as_str())
            {
                Some(at) if bound[at].is_none() => bound[at] = Some(value),
                Some(at) => {
                    let position = at + 1;
                    return Err(vm.type_error(format!(
                        "argument for {function}() given by name ('{name}') and position ({position})"
                    )));
                }
                None => {
                    return Err(vm.type_error(format!(
                        "'{name}' is an invalid keyword argument for {function}()"
                    )));
                }
            }
        }
        if let Some(missing) = bound.iter().take(required).position(Option::is_none) {
            let position = missing + 1;
            return Err(vm.type_error(format!(
                "{function}() missing required argument '{}' (pos {position})",
                names[missing]
            )));
        }
        Ok(())
    }
}

impl Index<usize> for Args {
    type Output = Value;

    fn index(&self, index: usize) -> &Value {
        &self.positional[index]
    }
}
