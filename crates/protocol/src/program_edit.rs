use serde::{Deserialize, Serialize};

/// A change to a program that the form, the grid or a button beside a remark asks for. Calls are numbered as in
/// [`crate::ProgramOutline`] of the same text; batches and records count from 0.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum ProgramEdit {
    /// Write an argument, or take it out when there is no text.
    SetArgument {
        /// The call.
        call: u32,
        /// The argument's name in the signature.
        name: String,
        /// The expression.
        text: Option<String>,
    },
    /// Write the batch interval.
    SetBatchInterval {
        /// The expression, in seconds.
        text: String,
    },
    /// Put a call behind another one, with the arguments of [`crate::OperatorInfo`]. What read the
    /// other's stream then reads the new one's; an output leaves it as it is.
    AddCall {
        /// The call whose stream the new one reads.
        after: u32,
        /// The only call that then reads the new one's stream; all that read the other's when
        /// absent.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional))]
        before: Option<u32>,
        /// The method.
        method: String,
    },
    /// Put an input, or a first program into an empty text.
    AddInput {
        /// The method of the `StreamingContext`.
        method: String,
    },
    /// Take a call out; what read its stream reads its parent's.
    RemoveCall {
        /// The call.
        call: u32,
    },
    /// Move a call up or down its chain by one.
    MoveCall {
        /// The call.
        call: u32,
        /// Whether it moves towards the input.
        up: bool,
    },
    /// Write a record.
    SetRecord {
        /// The call that the batches feed.
        call: u32,
        /// The batch.
        batch: u32,
        /// The record.
        record: u32,
        /// The expression.
        text: String,
    },
    /// Put records into a batch.
    AddRecords {
        /// The call that the batches feed.
        call: u32,
        /// The batch.
        batch: u32,
        /// The record before which they go; at the end when it is the number of records.
        record: u32,
        /// An expression each.
        texts: Vec<String>,
    },
    /// Take a record out.
    RemoveRecord {
        /// The call that the batches feed.
        call: u32,
        /// The batch.
        batch: u32,
        /// The record.
        record: u32,
    },
    /// Move a record, also to another batch.
    MoveRecord {
        /// The call that the batches feed.
        call: u32,
        /// The batch.
        batch: u32,
        /// The record.
        record: u32,
        /// The batch it goes to.
        to_batch: u32,
        /// Where it then is in that batch.
        to_record: u32,
    },
    /// Put batches in.
    AddBatches {
        /// The call that they feed.
        call: u32,
        /// The batch before which they go; at the end when it is the number of batches.
        batch: u32,
        /// The records of each, an expression each.
        batches: Vec<Vec<String>>,
    },
    /// Put all batches in the place of those that are there.
    ReplaceBatches {
        /// The call that they feed.
        call: u32,
        /// The records of each, an expression each.
        batches: Vec<Vec<String>>,
    },
    /// Take a batch out.
    RemoveBatch {
        /// The call that the batches feed.
        call: u32,
        /// The batch.
        batch: u32,
    },
    /// Move a batch.
    MoveBatch {
        /// The call that the batches feed.
        call: u32,
        /// The batch.
        batch: u32,
        /// Where it then is.
        to: u32,
    },
    /// Write a program of Python 2 in Python 3.
    ToPython3,
    /// Write another text in the place of one, wherever a literal is all of it.
    ReplaceText {
        /// The text, as the program sees it.
        old: String,
        /// The other text.
        new: String,
    },
    /// Write a batch once more, right behind it.
    DuplicateBatch {
        /// The call that the batches feed.
        call: u32,
        /// The batch.
        batch: u32,
    },
}

/// A change of a text: a range and what goes in its place. Positions count UTF-16 units from the
/// text's beginning, before any of the changes, as editors in a browser count them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TextChange {
    /// Where the range begins.
    pub from: u32,
    /// Where it ends; exclusive.
    pub to: u32,
    /// What goes in its place.
    pub insert: String,
}
