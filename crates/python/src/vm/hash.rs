//! CPython 3.11's hashes under `PYTHONHASHSEED=0`.

use super::{Result, Vm};
use crate::value::Value;

/// The hash of a text: SipHash-1-3 with a zero key over CPython's compact form (1, 2 or 4 bytes a
/// code point).
pub fn hash_str(text: &str) -> i64 {
    let _ = text;
    todo!("collections helper")
}

/// The hash of bytes.
pub fn hash_bytes(data: &[u8]) -> i64 {
    let _ = data;
    todo!("collections helper")
}

impl Vm {
    /// `hash(value)`.
    ///
    /// # Errors
    /// `TypeError`: `unhashable type: 'list'`.
    pub fn hash(&mut self, value: &Value) -> Result<i64> {
        let _ = value;
        todo!("collections helper")
    }
}
