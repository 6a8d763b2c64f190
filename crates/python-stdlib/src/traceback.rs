//! `traceback`: what its Python part asks of the machine.

use brooklet_python::builtins::traceback::step_texts;
use brooklet_python::value::{Args, Module, Value};
use brooklet_python::vm::{Result, Vm};

pub(super) fn define(_: &mut Vm, module: &Module) -> Result<()> {
    super::functions(
        module,
        &[
            ("_only", only),
            ("_group", |vm, args| {
                let text = match &args[0] {
                    Value::Instance(exception) => vm.format_exception_group(exception),
                    _ => String::new(),
                };
                let lines = text.split_inclusive('\n').map(Value::str);
                Ok(Value::list(lines.collect()))
            }),
            ("_step_texts", |_, args| {
                let texts = step_texts(&args[0]).unwrap_or_default();
                Ok(Value::list(texts.into_iter().map(Value::from).collect()))
            }),
            ("_caller", |vm, _| {
                let (file, line, function) = vm.program_call();
                Ok(Value::tuple(vec![
                    Value::str(&file),
                    Value::Int(i64::from(line)),
                    Value::str(&function),
                ]))
            }),
        ],
    );
    Ok(())
}

/// An exception without the way it came, as `format_exception_only` gives it: its own line, which may
/// have line breaks in it, and then each of its notes.
fn only(vm: &mut Vm, args: Args) -> Result<Value> {
    let texts = match &args[0] {
        Value::Instance(exception) => vm.format_exception_only(exception),
        other => vec![format!("NoneType: {}\n", vm.str(other)?)],
    };
    Ok(Value::list(texts.into_iter().map(Value::from).collect()))
}
