use serde::{Deserialize, Serialize};

use crate::{DataFile, ProgramEdit, RecordOrder};

/// What the page asks of the engine worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum EngineCommand {
    /// Compile a program; the answer is [`crate::EngineEvent::Diagnostics`]. It does not run yet.
    Load {
        /// The program's text.
        program: String,
        /// What tracebacks call it.
        file_name: String,
        /// The files it can read.
        files: Vec<DataFile>,
        /// Where Spark would run it: `local[N]`.
        master: String,
        /// How long an `awaitTermination()` without a timeout waits on the virtual clock, in
        /// milliseconds; for ever when absent.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional))]
        await_limit_ms: Option<i64>,
    },
    /// Run the loaded program, or go on after a pause.
    Run {
        /// How fast the virtual clock goes.
        pace: Pace,
    },
    /// Run until one more batch is done, then pause.
    Step,
    /// Halt where the program is.
    Pause,
    /// End the program; its results stay with the page.
    Stop,
    /// Say that the page has taken in the batches so far: the engine does not run far ahead of it.
    Seen,
    /// Show records of an output at a batch; the answer is [`crate::EngineEvent::Records`].
    Inspect {
        /// The output's number.
        output: u32,
        /// The batch's time.
        batch_time_ms: i64,
        /// How many records to leave out before the first.
        offset: u64,
        /// How many records at most.
        limit: u64,
        /// The order in which they are counted; as Spark gave them when absent.
        order: Option<RecordOrder>,
    },
    /// Show what a stream held at a batch; the answer is [`crate::EngineEvent::Looked`].
    Look {
        /// The stream's number.
        stream: u32,
        /// The batch's time.
        batch_time_ms: i64,
        /// How many records of a partition at most.
        limit: u64,
    },
    /// Show what a program's text defines; the answer is [`crate::EngineEvent::Outlined`].
    Outline {
        /// A number that the answer repeats.
        question: u32,
        /// The program's text.
        program: String,
    },
    /// Work out an edit of a program's text; the answer is [`crate::EngineEvent::Edited`].
    Edit {
        /// A number that the answer repeats.
        question: u32,
        /// The program's text.
        program: String,
        /// What to change.
        edit: ProgramEdit,
    },
    /// List what a form can add; the answer is [`crate::EngineEvent::Operators`].
    Operators,
}

/// How fast the virtual clock goes against the wall clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Pace {
    /// As fast as the engine can.
    Fast,
    /// A second a second.
    RealTime,
}
