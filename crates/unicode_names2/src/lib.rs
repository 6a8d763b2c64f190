//! Stands in for the crate of that name, whose tables are two thirds of the parser's size in wasm.
//!
//! Only `"\N{…}"` asks; the names are those of Unicode 14, which travel when they are used.

/// The character of a Unicode name.
pub fn character(name: &str) -> Option<char> {
    brooklet_unicode::names::character(name)
}
