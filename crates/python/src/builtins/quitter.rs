//! `exit` and `quit`, which CPython's `site` adds to the built-in names: calling one raises
//! `SystemExit`, printing one says how to call it.

use std::sync::Arc;

use crate::native_class::{NativeClass, object, pickle_state, receiver};
use crate::pickle::PickledNative;
use crate::value::{Args, ClassBuilder, NativeData, Value};
use crate::vm::{ExceptionKind, Result, Vm};

struct Quitter(String);

impl NativeData for Quitter {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        pickle_state(vm, &Value::str(&self.0), |vm, name| {
            let name = vm.str(&name)?;
            Ok(object(vm, Quitter(name)))
        })
    }
}

impl NativeClass for Quitter {
    const MODULE: &'static str = "_sitebuiltins";
    const NAME: &'static str = "Quitter";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class.methods(&[("__call__", call), ("__repr__", repr)])
    }
}

/// Defines both names.
pub(super) fn install(vm: &mut Vm) {
    for name in ["exit", "quit"] {
        let quitter = object(vm, Quitter(name.to_owned()));
        vm.builtins.set_str(name, quitter);
    }
}

fn call(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "Quitter.__call__", 1, 0, 1)?;
    let code = args.get(1).cloned().unwrap_or_default();
    Err(vm.error_with(ExceptionKind::SystemExit, vec![code]))
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let name = &receiver::<Quitter>(vm, &args, "__repr__")?.0;
    Ok(Value::from(format!(
        "Use {name}() or Ctrl-D (i.e. EOF) to exit"
    )))
}
