//! What Rust code fills modules with: functions, and modules that are parts of a package.

use std::rc::Rc;

use crate::value::{Args, Module, NativeFn, Value};
use crate::vm::{Result, Vm};

/// Makes a module that is imported along with the package that it is a part of: `os.path` with `os`.
///
/// # Errors
/// What filling the module raises.
pub fn define_part(
    vm: &mut Vm,
    package: &Module,
    name: &str,
    define: fn(&mut Vm, &Module) -> Result<()>,
) -> Result<()> {
    let path = format!("{}.{name}", package.name);
    let part = match vm.modules.get(&path) {
        Some(part) => part.clone(),
        None => {
            let part = Rc::new(Module::new(&path));
            define(vm, &part)?;
            vm.modules.insert(path, part.clone());
            part
        }
    };
    package.set(name, Value::Module(part));
    Ok(())
}

/// Defines functions in a module, under their names.
pub fn functions(module: &Module, functions: &[(&str, NativeFn)]) {
    for (name, call) in functions {
        module.set(name, Value::native(name, *call));
    }
}

/// Calls a built-in function by its name.
///
/// # Errors
/// What the call raises.
pub fn call_builtin(vm: &mut Vm, name: &str, args: Args) -> Result<Value> {
    let function = vm.builtins.get_str(name).unwrap_or_default();
    vm.call(&function, args)
}
