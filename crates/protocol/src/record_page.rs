use serde::{Deserialize, Serialize};

/// Some of the records of a stream at a batch, as a table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecordPage {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// A row a record; a cell is the `repr` of a value, and a record that is a tuple has one for
    /// each of its items.
    pub rows: Vec<Vec<String>>,
    /// How many records there are in all, as far as they were counted.
    pub total: u64,
    /// Whether there are records after these.
    pub more: bool,
}
