use serde::{Deserialize, Serialize};

use crate::Place;

/// The streams that a program's text defines, as a form can show and edit them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProgramOutline {
    /// Its inputs, operators and outputs, in the order of the text.
    pub calls: Vec<StreamCall>,
    /// The literals that feed its inputs.
    pub inputs: Vec<InputBatches>,
    /// The batch interval in seconds, as it is written, where it can be found.
    pub batch_interval: Option<CallArgument>,
}

/// One call that makes a stream or puts one out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StreamCall {
    /// Its number, in the order of the text, from 0.
    pub id: u32,
    /// The method, as PySpark names it.
    pub method: String,
    /// What it is for.
    pub role: CallRole,
    /// The name that its result is assigned to, if it is.
    pub variable: Option<String>,
    /// The calls whose streams it reads; the one it is a method of first.
    pub parents: Vec<u32>,
    /// Where it is: from its dot to its closing parenthesis. A method of the `StreamingContext` or
    /// of a model begins with the name of that.
    pub place: Place,
    /// All arguments that the method takes, in the order of its signature; those that are not
    /// written have no place. Of `*dstreams` there is one more than is written, to be written.
    pub arguments: Vec<CallArgument>,
    /// Why the form only shows it, in one sentence; absent when it can be edited.
    pub fixed: Option<String>,
}

/// What a call is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum CallRole {
    /// It brings records in.
    Input,
    /// It makes a stream of others.
    Operator,
    /// It puts records out.
    Output,
}

/// An argument of a call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CallArgument {
    /// Its name in the signature.
    pub name: String,
    /// What it takes.
    pub kind: ArgumentKind,
    /// Whether the call does not work without it.
    pub is_required: bool,
    /// What it is when it is not written.
    pub default: Option<String>,
    /// The expression as it is written.
    pub text: Option<String>,
    /// Where that is.
    pub place: Option<Place>,
}

/// What an argument takes; it says which control fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ArgumentKind {
    /// A function: a `lambda` or a name.
    Function,
    /// A number of seconds.
    Duration,
    /// A whole number.
    Count,
    /// `True` or `False`.
    Flag,
    /// A string.
    Text,
    /// Another stream.
    Stream,
    /// Any other expression.
    Value,
}

/// A method that the form can add.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OperatorInfo {
    /// The method, as PySpark names it.
    pub method: String,
    /// What it is for.
    pub role: CallRole,
    /// The heading under which it is listed.
    pub group: String,
    /// What it does, in one sentence.
    pub summary: String,
    /// Its arguments; `text` is what a new call is given.
    pub arguments: Vec<CallArgument>,
}

/// The batches of an input as they are written in the text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InputBatches {
    /// The call that they feed, see [`StreamCall::id`].
    pub call: u32,
    /// The name of the list that holds them, if it has one.
    pub variable: Option<String>,
    /// The list itself.
    pub place: Place,
    /// One after the other.
    pub batches: Vec<InputBatch>,
    /// Why the grid only shows it, in one sentence; absent when it can be edited.
    pub fixed: Option<String>,
}

/// One batch: a list literal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InputBatch {
    /// The expression of the batch.
    pub place: Place,
    /// Its records as they are written; none of a batch that is not a list literal.
    pub records: Vec<String>,
    /// Why the grid only shows it, in one sentence; absent when it can be edited.
    pub fixed: Option<String>,
}
