//! `builtins`: all that every module sees.

use brooklet_python::value::Module;
use brooklet_python::{Result, Vm};

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    for (name, value) in vm.builtins.items() {
        module.globals.set(vm, name, value)?;
    }
    Ok(())
}
