use serde::Serialize;

use crate::RecordPage;

/// What a stream held at a batch.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StreamInspection {
    /// The selected records: those of each partition one after the other, or a page.
    pub records: RecordPage,
    /// The RDD's partitions, in order; none when the stream has no RDD at the batch, and none with
    /// a page.
    pub partitions: Vec<PartitionInspection>,
    /// Which batches its window holds, if it has one; not with a page.
    pub window: Option<WindowInspection>,
    /// What the batch changed in its state, if it keeps one; not with a page.
    pub state_changes: Option<StateChanges>,
    /// Why there is nothing to see, in one sentence, if so.
    pub absence: Option<String>,
}

/// A partition of an RDD.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PartitionInspection {
    /// How many records it has.
    pub total: u64,
    /// How many of [`StreamInspection::records`] are its first.
    pub shown: u64,
}

/// The batches of a window, by batch time in milliseconds since 1970, oldest first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WindowInspection {
    /// Those in the window.
    pub inside_ms: Vec<i64>,
    /// Those of them that were not in the window one slide before.
    pub entered_ms: Vec<i64>,
    /// Those that were in the window one slide before, and are not now.
    pub left_ms: Vec<i64>,
}

/// What a batch changed in a state.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StateChanges {
    /// How many keys it added, changed or removed.
    pub total: u64,
    /// The first of them: those that are there, in the order of the RDD, then those removed.
    pub changes: Vec<StateChange>,
}

/// What happened to a key's state; the cells are `repr`s.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StateChange {
    /// The key.
    pub key: String,
    /// Its state after the batch before; absent for a new key.
    pub before: Option<String>,
    /// Its state now; absent for a key that was removed.
    pub after: Option<String>,
}
