//! How the form shows a method.

use brooklet_protocol::{ArgumentKind, CallRole};

/// A method's part in a graph of streams, and the fields of its arguments.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// What it is for.
    pub role: CallRole,
    /// A field for each parameter; that of a variadic one stands for each of its arguments.
    pub inputs: &'static [Input],
    /// What a program must have besides the call.
    pub need: Need,
}

/// The field of a parameter.
#[derive(Debug, Clone, Copy)]
pub struct Input {
    /// What is entered.
    pub kind: ArgumentKind,
    /// What a new call is given; a duration is in batch intervals, a stream is found by the edit.
    pub new: Option<&'static str>,
}

/// What a program must have for a call to work, besides the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Nothing.
    Nothing,
    /// A directory for checkpoints.
    CheckpointDirectory,
    /// The name `StorageLevel`.
    StorageLevel,
}

/// A field that a new call leaves out.
pub(crate) const fn of(kind: ArgumentKind) -> Input {
    Input { kind, new: None }
}

/// A field that a new call is given.
pub(crate) const fn new(kind: ArgumentKind, text: &'static str) -> Input {
    let new = Some(text);
    Input { kind, new }
}
