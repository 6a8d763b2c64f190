//! `eval`, `exec` and `compile`: text of the program's own making, run where it is called.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_python_compiler::bytecode::Code;
use brooklet_python_compiler::compiler::{compile, compile_expression};

use crate::builtins::code::{self, code_of};
use crate::value::{Args, Dict, ResumableFn, Value};
use crate::vm::{ExceptionKind, Result, Step, Vm};

pub(super) const FUNCTIONS: &[(&str, ResumableFn)] = &[
    ("compile", |vm, args| {
        Ok(Step::Done(compile_text(vm, args)?))
    }),
    ("eval", |vm, args| run(vm, args, "eval")),
    ("exec", |vm, args| {
        vm.after(
            |vm| run(vm, args, "exec"),
            |_, answer| answer.map(|_| Step::Done(Value::None)),
        )
    }),
];

const FILE: &str = "<string>";

fn run(vm: &mut Vm, args: Args, name: &str) -> Result<Step> {
    args.between(vm, name, 0, 1, 3)?;
    let globals = names(vm, args.get(1), &format!("{name}() globals"))?;
    let locals = names(vm, args.get(2), &format!("{name}() locals"))?;
    let (globals, locals) = match (globals, locals) {
        (Some(globals), locals) => (globals.clone(), locals.unwrap_or(globals)),
        (None, locals) => {
            let locals = locals.unwrap_or_else(|| vm.running_locals());
            (vm.running_globals(), locals)
        }
    };
    let code = match code_of(&args[0]) {
        Some(code) if !code.frees.is_empty() => {
            let message = match name {
                "exec" => format!(
                    "code object requires a closure of exactly length {}",
                    code.frees.len()
                ),
                _ => "code object passed to eval() may not contain free variables".to_owned(),
            };
            return Err(vm.type_error(message));
        }
        Some(code) => code,
        None => {
            let Some(mut text) = text_of(&args[0]) else {
                let message = format!("{name}() arg 1 must be a string, bytes or code object");
                return Err(vm.type_error(message));
            };
            let is_expression = name == "eval";
            if is_expression {
                text = text.trim_start_matches([' ', '\t']).to_owned();
            }
            compiled(vm, text, FILE, is_expression)?
        }
    };
    vm.begin_text(&code, globals, locals)
}

/// `compile(source, filename, mode)`: a code object for `exec` or `eval`.
fn compile_text(vm: &mut Vm, args: Args) -> Result<Value> {
    let parameters = [
        "source",
        "filename",
        "mode",
        "flags",
        "dont_inherit",
        "optimize",
    ];
    let [source, file, mode, ..] = args.bind(vm, "compile", 0, parameters, 3)?;
    let source = source.unwrap_or_default();
    let (file, mode) = (file.unwrap_or_default(), mode.unwrap_or_default());
    let (Some(file), Some(mode)) = (file.as_str(), mode.as_str()) else {
        return Err(vm.type_error("compile() takes texts as its file name and its mode"));
    };
    let is_expression = match mode {
        "exec" => false,
        "eval" => true,
        "single" => {
            let message = "compile() of what a prompt runs, mode 'single', is not supported by Brooklet: use 'exec'";
            return Err(vm.error(ExceptionKind::NotImplementedError, message));
        }
        _ => return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'")),
    };
    let Some(text) = text_of(&source) else {
        return Err(vm.type_error("compile() arg 1 must be a string, bytes or AST object"));
    };
    let code = compiled(vm, text, file, is_expression)?;
    Ok(code::value(vm, &code))
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::Str(text) => Some(text.to_string()),
        Value::Bytes(data) => Some(String::from_utf8_lossy(data).into_owned()),
        _ => None,
    }
}

fn compiled(vm: &mut Vm, mut text: String, file: &str, is_expression: bool) -> Result<Arc<Code>> {
    let compiled = if is_expression {
        compile_expression(&text, file)
    } else {
        if !text.ends_with('\n') {
            text.push('\n');
        }
        compile(&text, file)
    };
    compiled.map_err(|faults| vm.compile_error(file, &text, &faults))
}

fn names(vm: &mut Vm, given: Option<&Value>, what: &str) -> Result<Option<Rc<Dict>>> {
    match given {
        None | Some(Value::None) => Ok(None),
        Some(Value::Dict(names)) => Ok(Some(names.clone())),
        Some(other) => {
            let kind = vm.type_name(other);
            Err(vm.type_error(format!("{what} must be a dict, not {kind}")))
        }
    }
}
