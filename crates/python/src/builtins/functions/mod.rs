//! The built-in functions, by family.

mod aggregate;
mod attribute;
mod class_check;
mod directory;
mod evaluation;
mod iteration;
mod lazy;
mod number;
mod output;
mod reversed;
mod text;
mod unsupported;

pub(super) use attribute::attribute_name;
pub(super) use directory::directory;
pub(super) use lazy::classes as lazy_classes;
pub(super) use reversed::reversed_dict;

use crate::value::NativeFn;

/// All of them, under their names.
pub(super) fn all() -> impl Iterator<Item = (&'static str, NativeFn)> {
    [
        aggregate::FUNCTIONS,
        attribute::FUNCTIONS,
        class_check::FUNCTIONS,
        directory::FUNCTIONS,
        evaluation::FUNCTIONS,
        iteration::FUNCTIONS,
        number::FUNCTIONS,
        output::FUNCTIONS,
        text::FUNCTIONS,
        unsupported::FUNCTIONS,
    ]
    .into_iter()
    .flatten()
    .copied()
}
