//! `print` and `input`.

use crate::builtins::standard_stream::is_standard_stream;
use crate::value::{Args, NativeFn, Value};
use crate::vm::{ExceptionKind, Result, Stream, Vm};

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[("input", input), ("print", print)];

fn print(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let separator = text_option(vm, &mut args, "sep", " ")?;
    let end = text_option(vm, &mut args, "end", "\n")?;
    let file = args.take_keyword("file").filter(|file| !file.is_none());
    let flush = args.take_keyword("flush");
    if let Some((name, _)) = args.keywords.first() {
        let message = format!("'{name}' is an invalid keyword argument for print()");
        return Err(vm.type_error(message));
    }
    let mut parts = Vec::with_capacity(2 * args.len() + 1);
    for (at, value) in args.positional.iter().enumerate() {
        if at > 0 {
            parts.push(Value::str(&separator));
        }
        parts.push(match value {
            Value::Str(_) => value.clone(),
            other => Value::from(vm.str(other)?),
        });
    }
    parts.push(Value::from(end));
    match file.or_else(|| replaced_output(vm)) {
        None => {
            let texts = parts.iter().filter_map(Value::as_str);
            vm.host.write(Stream::Out, &texts.collect::<String>());
        }
        Some(file) => {
            for part in parts {
                vm.call_method(&file, "write", Args::one(part))?;
            }
            if let Some(flush) = flush
                && vm.truth(&flush)?
            {
                vm.call_method(&file, "flush", Args::none())?;
            }
        }
    }
    Ok(Value::None)
}

/// What the program has put in the place of `sys.stdout`, if it has.
fn replaced_output(vm: &Vm) -> Option<Value> {
    let output = vm.modules.get("sys")?.globals.get_str("stdout")?;
    (!is_standard_stream(&output)).then_some(output)
}

fn text_option(vm: &mut Vm, args: &mut Args, name: &str, default: &str) -> Result<String> {
    match args.take_keyword(name) {
        None | Some(Value::None) => Ok(default.to_string()),
        Some(Value::Str(text)) => Ok(text.to_string()),
        Some(other) => {
            let kind = vm.type_name(&other);
            Err(vm.type_error(format!("{name} must be None or a string, not {kind}")))
        }
    }
}

/// There is nobody to type: the input is at its end.
fn input(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "input", 0, 0, 1)?;
    if let Some(prompt) = args.get(0) {
        let prompt = vm.str(prompt)?;
        vm.host.write(Stream::Out, &prompt);
    }
    Err(vm.error(ExceptionKind::EOFError, "EOF when reading a line"))
}
