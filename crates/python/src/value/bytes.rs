//! `bytes` and `bytearray`.

use std::cell::{Ref, RefCell, RefMut};
use std::ops::Deref;

/// A Python `bytes`.
pub struct Bytes(Box<[u8]>);

impl Bytes {
    /// Takes the bytes over.
    pub fn new(data: Vec<u8>) -> Bytes {
        Bytes(data.into_boxed_slice())
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

/// A Python `bytearray`.
pub struct ByteArray(RefCell<Vec<u8>>);

impl ByteArray {
    /// Takes the bytes over.
    pub fn new(data: Vec<u8>) -> ByteArray {
        ByteArray(RefCell::new(data))
    }

    /// The bytes, to read.
    pub fn borrow(&self) -> Ref<'_, Vec<u8>> {
        self.0.borrow()
    }

    /// The bytes, to change.
    pub fn borrow_mut(&self) -> RefMut<'_, Vec<u8>> {
        self.0.borrow_mut()
    }
}
