//! The modules of the standard library that stream programs use; one file each.

use std::rc::Rc;

use crate::value::Module;
use crate::vm::{Result, Vm};

/// Makes a module by its dotted name; `None` if there is none of that name here.
pub(crate) fn make(vm: &mut Vm, name: &str) -> Option<Result<Rc<Module>>> {
    let _ = (vm, name);
    None
}
