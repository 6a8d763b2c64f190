//! Texts as bytes, in one encoding or another.

pub mod codec;
mod escape;
mod wide_codec;
