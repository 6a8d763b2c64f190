//! `repr`, `ascii`, `format`.

use crate::value::{Args, NativeFn, Value};
use crate::vm::{Result, Vm};

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("ascii", |vm, args| {
        let value = args.exactly_one(vm, "ascii", 0)?;
        Ok(Value::from(vm.ascii(&value)?))
    }),
    ("format", format),
    ("repr", |vm, args| {
        let value = args.exactly_one(vm, "repr", 0)?;
        Ok(Value::from(vm.repr(&value)?))
    }),
];

fn format(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "format", 0, 1, 2)?;
    let spec = match args.get(1) {
        None => String::new(),
        Some(Value::Str(spec)) => spec.to_string(),
        Some(other) => {
            let name = vm.type_name(other);
            let message = std::format!("format() argument 2 must be str, not {name}");
            return Err(vm.type_error(message));
        }
    };
    Ok(Value::from(vm.format(&args[0], &spec)?))
}
