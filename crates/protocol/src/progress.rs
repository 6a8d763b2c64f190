use serde::{Deserialize, Serialize};

/// Where the program stands after a poll; what the worker's pace loop decides by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "status",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum EngineProgress {
    /// The program has more to do now.
    Running,
    /// The program waits for the virtual clock.
    Waiting {
        /// The next moment at which something is due, in milliseconds since 1970.
        next_ms: i64,
        /// Whether that is a batch; otherwise the program wakes.
        batch_due: bool,
        /// Whether nothing but batches without input comes until something arrives: the clock may
        /// stand until then.
        is_quiet: bool,
        /// Whether feeds hold something that has not arrived yet.
        is_fed: bool,
    },
    /// The program is over.
    Ended {
        /// What `spark-submit` would have returned.
        exit_code: i32,
    },
}
