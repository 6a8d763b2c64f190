//! What a button beside a failure changes in the program.

use brooklet_protocol::{Failure, ProgramChange, ProgramEdit, ProgramFix};

use crate::core::remote_path;
use crate::master;

/// What mends a failure that speaks of a cluster, where that is a change of the program.
#[inline(never)]
pub(crate) fn fix_of(failure: &Failure) -> Option<ProgramFix> {
    remote_path::fix_of(&failure.message).or_else(|| master::fix_of(&failure.message))
}

/// Another text in the place of one.
pub(crate) fn in_its_place(old: &str, new: &str) -> ProgramFix {
    ProgramFix {
        label: format!("Write \"{new}\" in its place"),
        change: ProgramChange::Text {
            edit: ProgramEdit::ReplaceText {
                old: old.to_owned(),
                new: new.to_owned(),
            },
        },
    }
}
