use serde::{Deserialize, Serialize};

/// A file that the program can read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DataFile {
    /// Its path, relative to the program's folder.
    pub path: String,
    /// What is in it.
    #[cfg_attr(feature = "typescript", ts(type = "Uint8Array"))]
    pub bytes: Vec<u8>,
}
