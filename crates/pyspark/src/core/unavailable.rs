//! Methods that need a cluster or another process: calling one names it and says what to do.

use brooklet_python::Raise;
use brooklet_python::vm::{ExceptionKind, Vm};

/// `NotImplementedError` for a method that cannot work here.
pub(crate) fn unavailable(vm: &mut Vm, method: &str, instead: &str) -> Raise {
    let message = format!("{method}() is not available in Brooklet: {instead}");
    vm.error(ExceptionKind::NotImplementedError, message)
}
