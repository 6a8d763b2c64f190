//! How arrays print.

mod array_text;
mod float_text;
mod options;

pub(crate) use self::array_text::{representation, separated, text};
pub(crate) use self::float_text::shortest;
pub(crate) use self::options::{has_plain_scalars, set_option};
