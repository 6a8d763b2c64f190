//! `__future__`: what it names is in force anyway.

use brooklet_python::value::{Module, Value};
use brooklet_python::vm::{Result, Vm};

pub(super) fn define(_: &mut Vm, module: &Module) -> Result<()> {
    for name in [
        "annotations",
        "division",
        "print_function",
        "absolute_import",
        "unicode_literals",
        "generators",
        "nested_scopes",
        "with_statement",
    ] {
        module.set(name, Value::Bool(true));
    }
    Ok(())
}
