//! What Unicode 14, the version of Python 3.11, says of characters: their classes, cases, names
//! and properties.
//!
//! Knows characters and texts alone: not Python's values, and none of the tables of Rust's `std`,
//! which are those of a newer Unicode. The tables are made by `tables/generate.py`, which asks
//! CPython for each character.

pub mod case;
mod case_table;
pub mod class;
pub mod names;
mod packed;
pub mod properties;

pub use case_table::{match_key, matching};
