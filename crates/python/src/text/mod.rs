//! Characters and texts as Python's `str` sees them, on Rust's own types.

pub(crate) mod case;
pub(crate) mod class;
pub(crate) mod codec;
mod spacing_mark;
