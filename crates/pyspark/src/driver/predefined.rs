//! `sc`, `spark` and `sqlContext` as the `pyspark` shell and notebooks have them: made for a program
//! that uses one of them and binds it nowhere.

use brooklet_python::Vm;
use brooklet_python::value::Dict;
use brooklet_python_compiler::bytecode::{Code, Constant, Instruction};
use brooklet_source::Span;

use crate::advice;
use crate::state::DriverState;

/// The module that makes them.
const SHELL: &str = "pyspark.shell";

const NAMES: [&str; 4] = ["sc", "spark", "sqlContext", "sqlCtx"];

/// Defines those of the names that a program needs.
pub(super) fn define(vm: &mut Vm, state: &DriverState, code: &Code, globals: &Dict) {
    let mut first: Option<Span> = None;
    for name in NAMES.into_iter().filter(|name| !binds(code, name)) {
        let Some(place) = first_use(code, name) else {
            continue;
        };
        let Ok(shell) = vm.import(SHELL) else {
            return;
        };
        if let Some(value) = shell.globals.get_str(name) {
            globals.set_str(name, value);
            let is_earlier = first.is_none_or(|first| place.start < first.start);
            first = if is_earlier { Some(place) } else { first };
        }
    }
    if first.is_some() {
        advice::PREDEFINED.give_in(state, first);
    }
}

/// Whether the program binds a name as a global, wherever it does.
fn binds(code: &Code, name: &str) -> bool {
    let is_named = |index: u32| &*code.names[index as usize] == name;
    let here = code.instructions.iter().any(|instruction| {
        matches!(
            instruction,
            Instruction::StoreName(index) | Instruction::StoreGlobal(index) if is_named(*index)
        )
    });
    here || inner(code).any(|code| binds(code, name))
}

/// Where the program first reads a name as a global.
fn first_use(code: &Code, name: &str) -> Option<Span> {
    let is_named = |index: u32| &*code.names[index as usize] == name;
    let at = code.instructions.iter().position(|instruction| {
        matches!(
            instruction,
            Instruction::LoadName(index) | Instruction::LoadGlobal(index) if is_named(*index)
        )
    });
    match at {
        Some(at) => code.spans.get(at).copied(),
        None => inner(code).find_map(|code| first_use(code, name)),
    }
}

fn inner(code: &Code) -> impl Iterator<Item = &Code> {
    code.constants.iter().filter_map(|constant| match constant {
        Constant::Code(code) => Some(&**code),
        _ => None,
    })
}
