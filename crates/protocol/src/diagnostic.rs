use serde::{Deserialize, Serialize};

use crate::{Place, ProgramEdit};

/// Something to say about the program's text before it runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Diagnostic {
    /// How bad it is: only an error keeps the program from running.
    pub severity: Severity,
    /// What is the matter.
    pub message: String,
    /// How to mend it.
    pub hint: Option<String>,
    /// Where in the text.
    pub place: Option<Place>,
    /// A change of the program that mends it.
    pub fix: Option<ProgramFix>,
}

/// What mends what a [`Diagnostic`] or a [`crate::Failure`] is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProgramFix {
    /// What it does, as a button says it.
    pub label: String,
    /// What is to be changed.
    pub change: ProgramChange,
}

/// A change of a program, or of what it is run with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum ProgramChange {
    /// Its text is edited.
    Text {
        /// The edit.
        edit: ProgramEdit,
    },
    /// It is run with another number of cores.
    Cores {
        /// How many.
        count: u32,
    },
    /// It is started with other arguments.
    Arguments {
        /// What stands behind its name on the command line.
        line: String,
    },
}

/// How bad a [`Diagnostic`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// The program cannot run.
    Error,
    /// The program runs, perhaps not as meant.
    Warning,
    /// A suggestion.
    Hint,
}
