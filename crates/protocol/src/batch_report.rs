use serde::Serialize;

use crate::{Failure, JobReport, Learned, RecordPage};

/// What one batch did.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BatchReport {
    /// The batch's number, from 1.
    pub batch: u64,
    /// Its time on the virtual clock, in milliseconds since 1970.
    pub batch_time_ms: i64,
    /// What its outputs did, in the order in which they ran.
    pub outputs: Vec<OutputReport>,
    /// The jobs that they ran, in the order in which they ran.
    pub jobs: Vec<JobReport>,
    /// How many records the batch read from its inputs.
    pub input_records: u64,
    /// How long its jobs ran, in milliseconds of the wall clock.
    pub processing_time_ms: f64,
    /// How long it waited from its time until the batches before it were done, in milliseconds;
    /// measured as if each came at its time by the wall clock.
    pub scheduling_delay_ms: f64,
    /// Why its jobs could not be made, if so.
    pub failure: Option<Failure>,
}

/// What one output did in a batch.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OutputReport {
    /// The output's number, see [`crate::OutputInfo::id`].
    pub output: u32,
    /// What it printed.
    pub text: String,
    /// Its first records, where the output has records.
    pub records: Option<RecordPage>,
    /// What the model that it trains knew afterwards, if it trains one.
    pub learned: Option<Learned>,
    /// What ended it early, if so.
    pub failure: Option<Failure>,
    /// How long it ran, in milliseconds of the wall clock.
    pub processing_time_ms: f64,
}
