//! Places in a source text, and what Python says of one that does not parse.
//!
//! What runs programs and what edits their text both need it. It knows neither.

mod forgotten_comma;
mod line_index;
mod nesting;
mod span;
mod syntax_fault;

pub use line_index::LineIndex;
pub use nesting::too_deep;
pub use span::Span;
pub use syntax_fault::describe;
