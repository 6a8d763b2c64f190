use serde::{Deserialize, Serialize};

/// In which order records are asked for: by the values of a column, equal ones as they came.
/// Numbers come before all else, by value; then text, and what is neither by its `repr`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecordOrder {
    /// The column, from 0, see [`crate::RecordPage::columns`].
    pub column: u32,
    /// Whether the greatest comes first.
    pub descending: bool,
}
