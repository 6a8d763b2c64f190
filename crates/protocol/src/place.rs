use serde::{Deserialize, Serialize};

/// A range of the program's text.
///
/// Lines count from 1 and columns from 0, in UTF-16 units, as editors in a browser count them. The
/// end is exclusive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The line in which the range begins.
    pub line: u32,
    /// The column at which the range begins.
    pub column: u32,
    /// The line in which the range ends.
    pub end_line: u32,
    /// The column before which the range ends.
    pub end_column: u32,
}
