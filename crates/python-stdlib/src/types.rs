//! `types`: the classes that have no name of their own; `SimpleNamespace` is in `types.py`.

use brooklet_python::value::{Module, Value};
use brooklet_python::vm::{Result, Vm};

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    let types = vm.types.clone();
    for (name, class) in [
        ("FunctionType", &types.function),
        ("LambdaType", &types.function),
        ("BuiltinFunctionType", &types.native),
        ("MethodType", &types.method),
        ("GeneratorType", &types.generator),
        ("ModuleType", &types.module),
        ("NoneType", &types.none),
        ("EllipsisType", &types.ellipsis),
    ] {
        module.set(name, Value::Class(class.clone()));
    }
    Ok(())
}
