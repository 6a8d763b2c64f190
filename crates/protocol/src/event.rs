use serde::{Deserialize, Serialize};

use crate::{
    BatchReport, Diagnostic, Failure, OperatorInfo, OutputInfo, ProgramOutline, StreamInfo,
    StreamLook, TextChange,
};

/// What the engine worker tells the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum EngineEvent {
    /// The engine is there.
    Ready {
        /// How many threads run tasks; 0 for the engine without threads.
        threads: u32,
        /// Why there are no threads, in one sentence.
        threads_reason: Option<String>,
    },
    /// What there is to say about the loaded program; nothing when it is fine.
    Diagnostics {
        /// In the order of their places.
        diagnostics: Vec<Diagnostic>,
    },
    /// The program runs, but perhaps not as it is meant; told once a run and place.
    Advice {
        /// Why, and in its hint how to mend it.
        advice: Diagnostic,
    },
    /// The program called `start()`: this is its graph.
    Graph {
        /// Its streams, in the order of definition.
        streams: Vec<StreamInfo>,
        /// Its outputs, in the order of registration.
        outputs: Vec<OutputInfo>,
    },
    /// The program printed something.
    Text {
        /// Where to.
        stream: TextStream,
        /// What; ends of lines are in it.
        text: String,
        /// In which batch, if in one.
        batch_time_ms: Option<i64>,
        /// By which output, if by one.
        output: Option<u32>,
    },
    /// A batch is done.
    Batch {
        /// What it did.
        report: BatchReport,
    },
    /// The engine's state or the virtual clock changed.
    State {
        /// What the engine is doing.
        state: EngineState,
        /// The virtual clock, in milliseconds since 1970.
        clock_ms: i64,
    },
    /// The answer to [`crate::EngineCommand::Inspect`].
    Records {
        /// The output's number.
        output: u32,
        /// The batch's time.
        batch_time_ms: i64,
        /// How many records were left out before the first.
        offset: u64,
        /// How many records there are in all.
        total: u64,
        /// The names of the columns.
        columns: Vec<String>,
        /// A row a record, see [`crate::RecordPage::rows`].
        rows: Vec<Vec<String>>,
    },
    /// The answer to [`crate::EngineCommand::Look`].
    Looked {
        /// The stream's number.
        stream: u32,
        /// The batch's time.
        batch_time_ms: i64,
        /// What there is to see.
        look: StreamLook,
    },
    /// The answer to [`crate::EngineCommand::Outline`].
    Outlined {
        /// The number of the question.
        question: u32,
        /// What the text defines; absent for a text that does not parse.
        outline: Option<ProgramOutline>,
    },
    /// The answer to [`crate::EngineCommand::Edit`].
    Edited {
        /// The number of the question.
        question: u32,
        /// The changes to the text, in the order of their places, none overlapping another.
        changes: Vec<TextChange>,
        /// Why the edit cannot be made, in one sentence, if so; then there are no changes.
        refusal: Option<String>,
    },
    /// The answer to [`crate::EngineCommand::Operators`].
    Operators {
        /// In the order in which to list them.
        operators: Vec<OperatorInfo>,
    },
    /// The program ended.
    Ended {
        /// What `spark-submit` would have returned.
        exit_code: i32,
        /// The exception that ended it, if one did.
        failure: Option<Failure>,
    },
    /// The engine is gone: it trapped, or it was ended because it did not answer. Made by the page.
    Crashed {
        /// What happened.
        message: String,
    },
}

/// Where printed text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum TextStream {
    /// The driver's standard output.
    Stdout,
    /// Its standard error: tracebacks, Spark's log.
    Stderr,
}

/// What the engine is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum EngineState {
    /// A program may be loaded; it has not run.
    Idle,
    /// The program runs, or waits for the virtual clock.
    Running,
    /// The program is halted and can go on.
    Paused,
    /// The program is over.
    Ended,
}
