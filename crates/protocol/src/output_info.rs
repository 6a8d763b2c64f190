use serde::{Deserialize, Serialize};

use crate::Place;

/// An output operation that the program registered: a `pprint()`, a `foreachRDD(...)` and so on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OutputInfo {
    /// Its number, in the order of registration, from 0.
    pub id: u32,
    /// The stream that it puts out, see [`crate::StreamInfo::id`].
    pub stream: u32,
    /// The operation's name in PySpark.
    pub operator: String,
    /// What to call it on the page.
    pub label: String,
    /// The call in the program's text.
    pub place: Option<Place>,
}
