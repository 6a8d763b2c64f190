//! The inputs, operators and outputs that a form knows, as `pyspark.streaming` defines them.

mod inputs;
mod outputs;
mod pairs;
mod partitions;
mod records;
mod several;
mod windows;

use brooklet_protocol::{ArgumentKind, CallArgument, CallRole, OperatorInfo};

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

/// What a program must have for a call to work, besides the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Nothing.
    Nothing,
    /// A directory for checkpoints.
    CheckpointDirectory,
    /// The name `StorageLevel`.
    StorageLevel,
}

/// A method that makes a stream or puts one out.
#[derive(Debug)]
pub(crate) struct Method {
    pub(crate) name: &'static str,
    pub(crate) owner: Owner,
    pub(crate) role: CallRole,
    pub(crate) group: &'static str,
    pub(crate) summary: &'static str,
    pub(crate) parameters: &'static [Parameter],
    /// The kind of the arguments that may follow those of `parameters` in any number.
    pub(crate) further: Option<Parameter>,
    pub(crate) need: Need,
}

/// A parameter of a method.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) kind: ArgumentKind,
    /// What it is when it is not written; a call needs a parameter without one.
    pub(crate) default: Option<&'static str>,
    /// What a new call is given; a duration is in batch intervals, a stream is found by the edit.
    pub(crate) new: Option<&'static str>,
}

const fn needed(name: &'static str, kind: ArgumentKind, new: &'static str) -> Parameter {
    Parameter {
        name,
        kind,
        default: None,
        new: Some(new),
    }
}

const fn stream(name: &'static str) -> Parameter {
    Parameter {
        name,
        kind: ArgumentKind::Stream,
        default: None,
        new: None,
    }
}

const fn optional(name: &'static str, kind: ArgumentKind, default: &'static str) -> Parameter {
    Parameter {
        name,
        kind,
        default: Some(default),
        new: None,
    }
}

const PARTITIONS: Parameter = optional("numPartitions", ArgumentKind::Count, "None");
const PRESERVES: Parameter = optional("preservesPartitioning", ArgumentKind::Flag, "False");

/// How long a new window is, and how far it moves: in batch intervals.
const WINDOW: Parameter = needed("windowDuration", ArgumentKind::Duration, "3");
const SLIDE: Parameter = needed("slideDuration", ArgumentKind::Duration, "1");
const OPTIONAL_SLIDE: Parameter = Parameter {
    name: "slideDuration",
    kind: ArgumentKind::Duration,
    default: Some("None"),
    new: Some("1"),
};

impl Method {
    const fn input(
        name: &'static str,
        summary: &'static str,
        parameters: &'static [Parameter],
    ) -> Method {
        Method {
            owner: Owner::Context,
            role: CallRole::Input,
            ..Method::operator("Inputs", name, summary, parameters)
        }
    }

    const fn operator(
        group: &'static str,
        name: &'static str,
        summary: &'static str,
        parameters: &'static [Parameter],
    ) -> Method {
        Method {
            name,
            owner: Owner::Stream,
            role: CallRole::Operator,
            group,
            summary,
            parameters,
            further: None,
            need: Need::Nothing,
        }
    }

    const fn output(
        name: &'static str,
        summary: &'static str,
        parameters: &'static [Parameter],
    ) -> Method {
        Method {
            role: CallRole::Output,
            ..Method::operator("Outputs", name, summary, parameters)
        }
    }

    const fn with_need(self, need: Need) -> Method {
        Method { need, ..self }
    }

    const fn of(self, owner: Owner) -> Method {
        Method { owner, ..self }
    }

    fn info(&self) -> OperatorInfo {
        OperatorInfo {
            method: self.name.to_string(),
            role: self.role,
            group: self.group.to_string(),
            summary: self.summary.to_string(),
            arguments: self.parameters.iter().map(Parameter::argument).collect(),
        }
    }
}

impl Parameter {
    pub(crate) fn is_required(&self) -> bool {
        self.default.is_none()
    }

    fn argument(&self) -> CallArgument {
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

static TABLES: [&[Method]; 7] = [
    inputs::METHODS,
    records::METHODS,
    pairs::METHODS,
    windows::METHODS,
    several::METHODS,
    partitions::METHODS,
    outputs::METHODS,
];

/// The method of that name.
pub(crate) fn find(owner: Owner, name: &str) -> Option<&'static Method> {
    TABLES
        .iter()
        .flat_map(|table| table.iter())
        .find(|method| method.owner == owner && method.name == name)
}

/// Everything that a form can add, in the order in which to list it: the inputs, and the operators
/// and outputs of a `DStream`.
pub fn operators() -> Vec<OperatorInfo> {
    TABLES
        .iter()
        .flat_map(|table| table.iter())
        .filter(|method| can_be_added(method))
        .map(Method::info)
        .collect()
}

/// A call of another stream's method, or of a model's, has no place behind a stream.
fn can_be_added(method: &Method) -> bool {
    method.owner == Owner::Stream || method.role == CallRole::Input
}
