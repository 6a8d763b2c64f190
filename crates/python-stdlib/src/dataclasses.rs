//! What `dataclasses.py` cannot say in Python.

use std::rc::Rc;

use brooklet_python_compiler::compiler::compile;

use brooklet_python::value::{Args, Dict, Module, Value};
use brooklet_python::vm::{Result, Vm};

pub(super) fn define(_: &mut Vm, module: &Module) -> Result<()> {
    super::functions(module, &[("_compile", compile_function)]);
    Ok(())
}

/// The function `__create__` that a text defines.
///
/// The file's name is the one that tracebacks of CPython show for such functions.
fn compile_function(vm: &mut Vm, args: Args) -> Result<Value> {
    let text = args.exactly_one(vm, "_compile", 0)?;
    let code = match compile(text.as_str().unwrap_or_default(), "<string>") {
        Ok(code) => code,
        Err(faults) => return Err(vm.type_error(faults[0].message.clone())),
    };
    let globals = Rc::new(Dict::new());
    globals.set_str("__name__", Value::str("__main__"));
    vm.run_module(&code, &globals)?;
    Ok(globals.get_str("__create__").unwrap_or_default())
}
