use serde::{Deserialize, Serialize};

use crate::{Place, ProgramFix};

/// An exception that ended the program, a batch or one of its outputs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// The exception's type, as Python names it.
    pub title: String,
    /// The exception's text.
    pub message: String,
    /// The traceback as Python prints it.
    pub traceback: String,
    /// The innermost place in the program's own text.
    pub place: Option<Place>,
    /// Why this happens, for the failures that learners meet often.
    pub why: Option<String>,
    /// How to mend it.
    pub mend: Option<String>,
    /// A change of the program that mends it.
    pub fix: Option<Box<ProgramFix>>,
}
