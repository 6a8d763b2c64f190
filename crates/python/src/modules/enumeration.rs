//! What `enum.py` cannot say in Python.

use crate::value::{Args, Module, Str, Value};
use crate::vm::{Result, Vm};

pub(super) fn define(_: &mut Vm, module: &Module) -> Result<()> {
    super::functions(module, &[("_store", store)]);
    Ok(())
}

/// Sets an attribute of a class, whatever the class says to that.
fn store(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "_store", 0, 3, 3)?;
    let name = args[1]
        .as_str()
        .map(Str::new)
        .unwrap_or_else(|| Str::new(""));
    vm.store_attribute_plainly(&args[0], &name, args[2].clone())?;
    Ok(Value::None)
}
