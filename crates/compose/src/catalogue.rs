//! The inputs, operators and outputs that a form knows: the entries of `pyspark`'s description that
//! say how a form shows them.

use brooklet_protocol::{ArgumentKind, CallArgument, CallRole, OperatorInfo};
use brooklet_pyspark_api::mllib::STREAMING_K_MEANS;
use brooklet_pyspark_api::streaming::{DSTREAM, STREAMING_CONTEXT};
use brooklet_pyspark_api::{self as api, Class, Form, Group, Input, Need};

/// Whose method it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The `StreamingContext`'s.
    Context,
    /// A `DStream`'s.
    Stream,
    /// A streaming model's, of `pyspark.mllib`.
    Model,
}

impl Owner {
    fn class(self) -> &'static Class {
        match self {
            Owner::Context => &STREAMING_CONTEXT,
            Owner::Stream => &DSTREAM,
            // The methods of the other models are written alike.
            Owner::Model => &STREAMING_K_MEANS,
        }
    }

    fn methods(self) -> impl Iterator<Item = Method> {
        self.class().methods().filter_map(move |(group, entry)| {
            let form = entry.form.as_ref()?;
            Some(Method {
                owner: self,
                group,
                entry,
                form,
            })
        })
    }
}

/// A method that makes a stream or puts one out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Method {
    pub(crate) owner: Owner,
    group: &'static Group,
    entry: &'static api::Method,
    form: &'static Form,
}

/// A parameter of a method.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) kind: ArgumentKind,
    /// The default. A parameter without one must be given.
    pub(crate) default: Option<&'static str>,
    /// The argument of a new call. A duration is in batch intervals; the edit finds a stream.
    pub(crate) new: Option<&'static str>,
}

impl Method {
    pub(crate) fn name(&self) -> &'static str {
        self.entry.name()
    }

    pub(crate) fn role(&self) -> CallRole {
        self.form.role
    }

    /// What else a program must have for a call to work.
    pub(crate) fn need(&self) -> Need {
        self.form.need
    }

    /// The parameters that take one argument each.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = Parameter> + use<> {
        self.all_parameters()
            .filter(|(parameter, _)| !parameter.is_variadic)
            .map(Parameter::of)
    }

    /// The parameter of the arguments that may follow in any number.
    pub(crate) fn further(&self) -> Option<Parameter> {
        self.all_parameters()
            .find(|(parameter, _)| parameter.is_variadic)
            .map(Parameter::of)
    }

    fn all_parameters(&self) -> impl Iterator<Item = (api::Parameter, &'static Input)> + use<> {
        self.entry.parameters().zip(self.form.inputs)
    }

    fn info(&self) -> OperatorInfo {
        OperatorInfo {
            method: self.name().to_string(),
            role: self.role(),
            group: self.group.title.to_string(),
            summary: self.entry.sentence.to_string(),
            arguments: self.parameters().map(Parameter::argument).collect(),
        }
    }
}

impl Parameter {
    fn of((parameter, input): (api::Parameter, &Input)) -> Parameter {
        Parameter {
            name: parameter.name,
            kind: input.kind,
            default: parameter.default,
            new: input.new,
        }
    }

    pub(crate) fn is_required(&self) -> bool {
        self.default.is_none()
    }

    fn argument(self) -> CallArgument {
        CallArgument {
            name: self.name.to_string(),
            kind: self.kind,
            is_required: self.is_required(),
            default: self.default.map(str::to_string),
            text: self.new.map(str::to_string),
            place: None,
        }
    }
}

/// The method of that name.
pub(crate) fn find(owner: Owner, name: &str) -> Option<Method> {
    owner.methods().find(|method| method.name() == name)
}

/// Everything that a form can add, in the order in which to list it: the inputs, and the operators
/// and outputs of a `DStream`. A call of another stream's method, or of a model's, has no place
/// behind a stream.
pub fn operators() -> Vec<OperatorInfo> {
    Owner::Context
        .methods()
        .filter(|method| method.role() == CallRole::Input)
        .chain(Owner::Stream.methods())
        .map(|method| method.info())
        .collect()
}
