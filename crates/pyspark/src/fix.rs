//! What a button beside a failure changes in the program: noted where the exception is raised.

use std::cell::RefCell;
use std::rc::Rc;

use brooklet_protocol::{ProgramChange, ProgramEdit, ProgramFix};
use brooklet_python::value::Instance;
use brooklet_python::{Raise, Vm};

/// The exception that was raised last with a change that mends it.
#[derive(Default)]
struct Offered(RefCell<Option<(Rc<Instance>, ProgramFix)>>);

/// An exception, with the change of the program that mends it.
pub(crate) fn raise_with(vm: &mut Vm, raise: Raise, fix: ProgramFix) -> Raise {
    if let Raise::Exception(exception) = &raise {
        let offered = vm.extension(Offered::default);
        offered.0.replace(Some((exception.clone(), fix)));
    }
    raise
}

/// The change that mends an exception, if one does.
pub(crate) fn fix_of(vm: &mut Vm, exception: &Rc<Instance>) -> Option<Box<ProgramFix>> {
    let offered = vm.extension(Offered::default);
    let offered = offered.0.borrow();
    let (about, fix) = offered.as_ref()?;
    Rc::ptr_eq(about, exception).then(|| Box::new(fix.clone()))
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
