//! `format(value, spec)` of numbers and texts: specs, and values laid out by them.

pub mod directive;
mod error;
mod float;
mod integer;
mod layout;
mod spec;
mod text;

pub use error::FormatError;
pub use float::{complex, float};
pub use integer::{int, radix_digits};
pub use spec::{Align, Spec, SpecError};
pub use text::text;
