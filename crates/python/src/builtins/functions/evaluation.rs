//! `eval` and `exec`: text of the program's own making, run where it is called.

use std::rc::Rc;

use brooklet_python_compiler::compiler::{compile, compile_expression};

use crate::value::{Args, Dict, ResumableFn, Value};
use crate::vm::{Result, Step, Vm};

pub(super) const FUNCTIONS: &[(&str, ResumableFn)] = &[
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
    let mut text = match &args[0] {
        Value::Str(text) => text.to_string(),
        Value::Bytes(data) => String::from_utf8_lossy(data).into_owned(),
        _ => {
            let message = format!("{name}() arg 1 must be a string, bytes or code object");
            return Err(vm.type_error(message));
        }
    };
    if name == "exec" && !text.ends_with('\n') {
        text.push('\n');
    }
    let globals = names(vm, args.get(1), &format!("{name}() globals"))?;
    let locals = names(vm, args.get(2), &format!("{name}() locals"))?;
    let (globals, locals) = match (globals, locals) {
        (Some(globals), locals) => (globals.clone(), locals.unwrap_or(globals)),
        (None, locals) => {
            let locals = locals.unwrap_or_else(|| vm.running_locals());
            (vm.running_globals(), locals)
        }
    };
    let compiled = match name {
        "eval" => compile_expression(text.trim_start_matches([' ', '\t']), FILE),
        _ => compile(&text, FILE),
    };
    match compiled {
        Ok(code) => vm.begin_text(&code, globals, locals),
        Err(faults) => Err(vm.compile_error(FILE, &text, &faults)),
    }
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
