//! Which line of a file a loop is at.

use std::cell::RefCell;
use std::rc::Rc;

use super::buffer::Buffer;
use brooklet_python::value::Value;
use brooklet_python::vm::Vm;

/// The file that a loop goes through line by line, until it is through.
#[derive(Default)]
struct Reading(RefCell<Option<Rc<Buffer>>>);

/// Notes that a loop goes through a file. One that is written to is let go when the program lets it
/// go, so it is not kept here.
pub(super) fn begin(vm: &mut Vm, file: &Rc<Buffer>) {
    let kept = (!file.mode.write).then(|| file.clone());
    *vm.extension(Reading::default).0.borrow_mut() = kept;
}

/// Notes that the loop has come to the end of its file.
pub(super) fn end(vm: &mut Vm) {
    vm.extension(Reading::default).0.take();
}

/// The file, as the program named it, and the number of the line that the last loop over a file was
/// at when it was left before its end.
pub fn line_left_at(vm: &mut Vm) -> Option<(String, usize)> {
    let reading = vm.extension(Reading::default);
    let file = reading.0.borrow().clone()?;
    let Value::Str(name) = &file.target.as_ref()?.name else {
        return None;
    };
    let content = file.content.borrow();
    let read = content.get(..file.at.get())?;
    let ended = read.iter().filter(|byte| **byte == b'\n').count();
    let is_open = read.last().is_some_and(|byte| *byte != b'\n');
    Some((name.as_str().to_string(), ended + usize::from(is_open)))
}
