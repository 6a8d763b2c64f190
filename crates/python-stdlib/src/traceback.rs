//! `traceback`.

use brooklet_python::builtins::traceback::step_texts;
use brooklet_python::value::{Args, Module, Value};
use brooklet_python::vm::{Result, Stream, Vm};

pub(super) fn define(_: &mut Vm, module: &Module) -> Result<()> {
    super::functions(
        module,
        &[
            ("format_exc", |vm, _| Ok(Value::from(handled(vm)))),
            ("print_exc", |vm, args| {
                let text = handled(vm);
                write(vm, args, &text)
            }),
            ("format_exception", |vm, args| {
                let text = given(vm, &args);
                Ok(Value::list(
                    text.split_inclusive('\n').map(Value::str).collect(),
                ))
            }),
            ("format_exception_only", |vm, args| {
                let text = given(vm, &args);
                let last = text.lines().last().unwrap_or_default();
                Ok(Value::list(vec![Value::from(format!("{last}\n"))]))
            }),
            ("format_tb", format_tb),
            ("_caller", |vm, _| {
                let (file, line, function) = vm.program_call();
                Ok(Value::tuple(vec![
                    Value::str(&file),
                    Value::Int(i64::from(line)),
                    Value::str(&function),
                ]))
            }),
            ("print_exception", |vm, args| {
                let text = given(vm, &args);
                write(vm, args, &text)
            }),
        ],
    );
    Ok(())
}

fn format_tb(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "format_tb", 0, 1, 2)?;
    let lines = step_texts(&args[0]).unwrap_or_default();
    let limit = match args.get(1) {
        None | Some(Value::None) => lines.len(),
        Some(limit) => usize::try_from(vm.to_i64(limit)?).unwrap_or(lines.len()),
    };
    Ok(Value::list(
        lines.into_iter().take(limit).map(Value::from).collect(),
    ))
}

/// The traceback of the exception that is being handled.
fn handled(vm: &mut Vm) -> String {
    match vm.handled_exception() {
        Some(exception) => vm.format_exception(&exception),
        None => "NoneType: None\n".to_string(),
    }
}

/// The traceback of the exception among the arguments: the first, or the second after its class.
fn given(vm: &mut Vm, args: &Args) -> String {
    let exception = args.positional.iter().find_map(|value| match value {
        Value::Instance(instance) => Some(instance.clone()),
        _ => None,
    });
    match exception {
        Some(exception) => vm.format_exception(&exception),
        None => "NoneType: None\n".to_string(),
    }
}

fn write(vm: &mut Vm, mut args: Args, text: &str) -> Result<Value> {
    match args.take_keyword("file").filter(|file| !file.is_none()) {
        Some(file) => {
            vm.call_method(&file, "write", Args::one(Value::str(text)))?;
        }
        None => vm.host.write(Stream::Error, text),
    }
    Ok(Value::None)
}
