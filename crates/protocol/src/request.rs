use serde::{Deserialize, Serialize};

use crate::{
    DataFile, Diagnostic, Feed, FeedBytes, OperatorInfo, ProgramEdit, ProgramOutline, RecordOrder,
    StreamInspection, TextChange,
};

/// What the page asks of the engine. Each request has one answer, the [`EngineAnswer`] of the same
/// name.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum EngineRequest {
    /// Compile a program, in place of the one before. It does not run yet.
    Load {
        /// The program's text.
        program: String,
        /// What tracebacks call it.
        file_name: String,
        /// The files it can read.
        files: Vec<DataFile>,
        /// What the world sends to it.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Feed>>"))]
        feeds: Vec<Feed>,
        /// Where Spark would run it: `local[N]`.
        master: String,
        /// What it finds in `sys.argv` behind the name of its file.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
        arguments: Vec<String>,
        /// How long an `awaitTermination()` without a timeout waits on the virtual clock, in
        /// milliseconds; for ever when absent.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional))]
        await_limit_ms: Option<i64>,
    },
    /// Show what a stream held at a batch.
    Inspect {
        /// The stream's number.
        stream: u32,
        /// The batch's time, in milliseconds since 1970.
        batch_time_ms: i64,
        /// Which of its records to show.
        selection: RecordSelection,
    },
    /// Show what a program's text defines.
    Outline {
        /// The program's text.
        program: String,
    },
    /// Work out how an edit changes a program's text.
    Edit {
        /// The program's text.
        program: String,
        /// What to change.
        edit: ProgramEdit,
    },
    /// List what a form can add.
    Operators,
    /// Say which partitions of a topic records go to, as Kafka's producer chooses them.
    Partitions {
        /// The keys of the records.
        keys: Vec<Option<FeedBytes>>,
        /// How many partitions the topic has.
        partitions: u32,
        /// How many records it has already.
        produced: u32,
    },
    /// Make a program of a Jupyter notebook.
    OpenNotebook {
        /// The text of the `.ipynb` file.
        notebook: String,
    },
}

/// Which records of a stream an inspection shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum RecordSelection {
    /// The first of each partition, and what the batch changed in the stream's window and state.
    Partitions {
        /// How many records of a partition at most, and how many changes of the state.
        limit: u64,
    },
    /// A page of the records of all partitions.
    Page {
        /// How many records to leave out before the first.
        offset: u64,
        /// How many records at most.
        limit: u64,
        /// The order in which they are counted; as Spark gave them when absent.
        order: Option<RecordOrder>,
    },
}

/// The answer to the [`EngineRequest`] of the same name.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum EngineAnswer {
    /// The program can run if none of these is an error.
    Load {
        /// What there is to say about it, in the order of the places.
        diagnostics: Vec<Diagnostic>,
    },
    /// What the stream held.
    Inspect {
        /// What there is to see.
        inspection: StreamInspection,
    },
    /// What the text defines.
    Outline {
        /// Absent for a text that does not parse.
        outline: Option<ProgramOutline>,
    },
    /// How the edit changes the text.
    Edit {
        /// The changes, in the order of their places, none overlapping another.
        changes: Vec<TextChange>,
        /// Why the edit cannot be made, in one sentence, if so; then there are no changes.
        refusal: Option<String>,
    },
    /// What a form can add.
    Operators {
        /// In the order in which to list them.
        operators: Vec<OperatorInfo>,
    },
    /// Where the records go.
    Partitions {
        /// The partition of each.
        partitions: Vec<u32>,
    },
    /// The program of the notebook.
    OpenNotebook {
        /// Its text; absent when the file is no notebook.
        program: Option<String>,
        /// The lines that only a notebook understands. They are comments in the program.
        passed_over: Vec<String>,
        /// Why there is no program, in one sentence.
        refusal: Option<String>,
    },
}
