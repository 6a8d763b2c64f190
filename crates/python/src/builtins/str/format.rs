//! `format` and `format_map`.

use super::receiver;
use crate::value::{Args, NativeFn, Value};
use crate::vm::{Result, Vm};

pub(super) const METHODS: &[(&str, NativeFn)] = &[("format", format), ("format_map", format_map)];

fn format(vm: &mut Vm, args: Args) -> Result<Value> {
    let template = receiver(vm, &args, "format")?;
    Ok(Value::from(vm.format_template(template.as_str(), &args)?))
}

fn format_map(vm: &mut Vm, args: Args) -> Result<Value> {
    let template = receiver(vm, &args, "format_map")?;
    let mapping = args.exactly_one(vm, "str.format_map", 1)?;
    let text = vm.format_template_map(template.as_str(), &mapping)?;
    Ok(Value::from(text))
}
