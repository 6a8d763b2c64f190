use serde::Deserialize;

use crate::Feed;

/// What the page tells the loaded program's run to do. There is no answer: what comes of it are
/// [`crate::RunEvent`]s.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum RunCommand {
    /// Run the program, or go on after a pause.
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
    /// The page has taken in the batches so far: the engine does not run far ahead of it.
    Seen,
    /// Let something arrive. A feed that does not exist yet is made.
    Arrive {
        /// What is added to the feed of this address.
        feed: Feed,
    },
}

/// How fast the virtual clock goes against the wall clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Pace {
    /// As fast as the engine can.
    Fast,
    /// A second a second.
    RealTime,
    /// As fast as the engine can until all that feeds hold has arrived, then a second a second: what
    /// comes from outside has the time at which it came.
    Live,
}
