use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

/// A file that the program can read.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DataFile {
    /// Its path, relative to the program's folder.
    pub path: String,
    /// What is in it.
    #[serde(deserialize_with = "byte_buffer")]
    #[cfg_attr(feature = "typescript", ts(type = "Uint8Array"))]
    pub bytes: Vec<u8>,
}

/// Takes bytes as a whole. Serde's own `Vec<u8>` is a sequence, which a `Uint8Array` inside a
/// tagged enum is not.
fn byte_buffer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    struct Bytes;
    impl Visitor<'_> for Bytes {
        type Value = Vec<u8>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("bytes")
        }

        fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Vec<u8>, E> {
            Ok(bytes)
        }
    }
    deserializer.deserialize_byte_buf(Bytes)
}
