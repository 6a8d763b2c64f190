use serde::Serialize;

/// A Spark job that ran in a batch.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct JobReport {
    /// Its number, from 0, counted over the whole program.
    pub id: u64,
    /// The output that ran it, see [`crate::OutputInfo::id`]; none where a function of `transform`
    /// did, while the batch was generated.
    pub output: Option<u32>,
    /// Its stages in the order in which they ran; those that were skipped come first.
    pub stages: Vec<StageReport>,
}

/// A stage: tasks that run without a shuffle between them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StageReport {
    /// Its number, from 0, counted over the whole program; a skipped stage has that of the stage
    /// that wrote its shuffle.
    pub id: u64,
    /// The last operator that its tasks run, as PySpark names it.
    pub name: String,
    /// The stages whose shuffles it reads; not looked for where the stage was skipped.
    pub parents: Vec<u64>,
    /// Whether its shuffle was there already.
    pub is_skipped: bool,
    /// How many records its tasks wrote for the next stage.
    pub shuffle_write_records: u64,
    /// A task a partition, in the order of the partitions; none of a skipped stage.
    pub tasks: Vec<TaskReport>,
}

/// A task: one partition's part of a stage.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TaskReport {
    /// The partition it computed.
    pub partition: u32,
    /// The thread it ran on, from 0.
    pub thread: u32,
    /// When it began, in milliseconds of the wall clock since the batch's first job began.
    pub started_ms: f64,
    /// How long it ran, in milliseconds of the wall clock.
    pub processing_time_ms: f64,
    /// How many records it gave to the shuffle or to the action.
    pub records: u64,
    /// How often it was tried; more than once when it failed.
    pub attempts: u32,
}
