//! Patterns as Python's `re` has them: their syntax, and a matcher that finds what CPython finds.
//!
//! Text goes in, places come out. This crate must not know values, the machine or the module `re`:
//! errors are types, and a long search asks a function whether to give up.
//!
//! Python's `re` is a backtracking matcher, and what it finds depends on the order in which it
//! tries things. The crates that could stand in for it either cannot look around and refer back,
//! or bring tables of their own; their syntax and messages differ. Classes of characters here are
//! those that `str` has anyway.

mod letter_case;
mod matcher;
mod parser_error;
mod program;
mod set;
mod syntax;
mod template;

pub use matcher::{Cancelled, Demands, Matcher, Slots, Text};
pub use parser_error::SyntaxError;
pub use program::{Program, compile};
pub use syntax::Flags;
pub use template::{Part, TemplateError, parse_template};
