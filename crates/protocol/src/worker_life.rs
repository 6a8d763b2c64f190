use serde::Serialize;

/// How the worker itself fares, whatever it was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum WorkerLife {
    /// The engine is there.
    Ready {
        /// How many threads run tasks; 0 for the engine without threads.
        threads: u32,
        /// Why there are no threads, in one sentence.
        threads_reason: Option<String>,
    },
    /// The engine is gone: it trapped, or the page ended it because it did not answer.
    Crashed {
        /// What happened.
        message: String,
    },
}
