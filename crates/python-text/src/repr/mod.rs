//! What `repr` shows of numbers, texts and bytes.

pub mod number;
pub mod text;
