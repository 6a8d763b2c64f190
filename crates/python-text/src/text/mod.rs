//! Characters and texts as Python's `str` sees them: classes, case, encodings.

pub mod case;
pub mod class;
pub mod codec;
mod spacing_mark;
