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

use crate::value::{NativeCall, NativeFn};
use crate::vm::Level;

/// All of them, under their names.
pub(super) fn all() -> impl Iterator<Item = (&'static str, NativeCall)> {
    let plain: [&[(&str, NativeFn)]; 1] = [unsupported::FUNCTIONS];
    let replayed = [
        (attribute::FUNCTIONS, Level::Uncounted),
        (class_check::FUNCTIONS, Level::Uncounted),
        (directory::FUNCTIONS, Level::Uncounted),
        (iteration::FUNCTIONS, Level::Uncounted),
        (number::FUNCTIONS, Level::Uncounted),
        (number::OF_ONE, Level::Call),
        (output::FUNCTIONS, Level::Uncounted),
        (text::FUNCTIONS, Level::Uncounted),
        (text::OF_ONE, Level::Call),
    ];
    let plain = plain.into_iter().flatten();
    let replayed = replayed.into_iter().flat_map(|(functions, level)| {
        functions
            .iter()
            .map(move |(name, call)| (*name, NativeCall::Replayed(*call, level)))
    });
    let resumable = [aggregate::FUNCTIONS, evaluation::FUNCTIONS];
    let resumable = resumable
        .into_iter()
        .flatten()
        .map(|(name, call)| (*name, NativeCall::Resumable(*call)));
    plain
        .map(|(name, call)| (*name, NativeCall::Plain(*call)))
        .chain(replayed)
        .chain(resumable)
}
