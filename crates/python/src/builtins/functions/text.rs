//! `repr`, `ascii`, `format`.

use super::super::named_argument::named_text;
use crate::value::{Args, NativeFn, Value};
use crate::vm::{Result, Vm};

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[("format", format)];

/// Those of one argument, whose calls CPython counts as levels of recursion.
pub(super) const OF_ONE: &[(&str, NativeFn)] = &[
    ("ascii", |vm, args| {
        let value = args.exactly_one(vm, "ascii", 0)?;
        Ok(Value::from(vm.ascii(&value)?))
    }),
    ("repr", |vm, args| {
        let value = args.exactly_one(vm, "repr", 0)?;
        Ok(Value::from(vm.repr(&value)?))
    }),
];

fn format(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "format", 0, 1, 2)?;
    let spec = match args.get(1) {
        None => String::new(),
        Some(spec) => named_text(vm, spec, "format() argument 2")?.to_string(),
    };
    Ok(Value::from(vm.format(&args[0], &spec)?))
}
