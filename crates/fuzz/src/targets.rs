//! What inputs are fed to, and what must hold.

use std::rc::Rc;

use brooklet_compose::{edit, outline};
use brooklet_protocol::ProgramEdit;
use brooklet_python::Vm;
use brooklet_python::pickle::pickle;
use brooklet_python::vm::SilentHost;
use brooklet_python_compiler::compiler::compile;
use brooklet_python_stdlib::LIBRARY;

/// A part of Brooklet that reads what strangers wrote.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    /// Any text compiles, or is refused with a message.
    Compile,
    /// An argument that is written as it was leaves the text as it was, and any other edit leaves a
    /// text that the form can read.
    Edit,
    /// A value that has crossed threads shows as before.
    Pickle,
    /// A text in which each match is replaced by itself is the same text.
    Regex,
}

type Outcome = Result<(), String>;

impl Target {
    pub(crate) const ALL: [Target; 4] =
        [Target::Compile, Target::Edit, Target::Pickle, Target::Regex];

    pub(crate) fn named(name: &str) -> Option<Target> {
        Target::ALL.into_iter().find(|target| target.name() == name)
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Target::Compile => "compile",
            Target::Edit => "edit",
            Target::Pickle => "pickle",
            Target::Regex => "regex",
        }
    }

    pub(crate) fn run(self, input: &str) -> Outcome {
        match self {
            Target::Compile => {
                let _ = compile(input, "program.py");
                Ok(())
            }
            Target::Edit => edits(input),
            Target::Pickle => pickles(input),
            Target::Regex => matches(input),
        }
    }
}

fn edits(text: &str) -> Outcome {
    let Some(before) = outline(text) else {
        return Ok(());
    };
    for call in &before.calls {
        for argument in call
            .arguments
            .iter()
            .filter(|argument| argument.text.is_some())
        {
            let same = ProgramEdit::SetArgument {
                call: call.id,
                name: argument.name.clone(),
                text: argument.text.clone(),
            };
            let Ok(changes) = edit(text, &same) else {
                continue;
            };
            if changes
                .iter()
                .any(|change| change.from == change.to && !change.insert.is_empty())
            {
                return Err(format!("{same:?} gives {changes:?}"));
            }
        }
        for asked in [
            ProgramEdit::RemoveCall { call: call.id },
            ProgramEdit::MoveCall {
                call: call.id,
                up: true,
            },
            ProgramEdit::AddCall {
                after: call.id,
                before: None,
                method: "count".to_owned(),
            },
        ] {
            let _ = edit(text, &asked);
        }
    }
    Ok(())
}

fn pickles(text: &str) -> Outcome {
    // What calculates may calculate for ever.
    if ["*", "for", "f\"", "f'", "<<"]
        .iter()
        .any(|part| text.contains(part))
    {
        return Ok(());
    }
    let Ok(code) = compile(&format!("value = (\n{text}\n)"), "program.py") else {
        return Ok(());
    };
    let mut here = Vm::with_library(Rc::new(SilentHost), &LIBRARY);
    let Some(value) = here
        .run_to_end(&code)
        .ok()
        .and_then(|globals| globals.get_str("value"))
    else {
        return Ok(());
    };
    let (Ok(before), Ok(pickled)) = (here.repr(&value), pickle(&mut here, &value)) else {
        return Ok(());
    };
    let mut there = Vm::with_library(Rc::new(SilentHost), &LIBRARY);
    let after = pickled
        .unpickle(&mut there)
        .and_then(|value| there.repr(&value))
        .map_err(|raise| format!("{before} does not come back: {raise:?}"))?;
    // The address of a function or an object is another one there.
    if before == after || before.contains(" at 0x") {
        Ok(())
    } else {
        Err(format!("{before} comes back as {after}"))
    }
}

fn matches(input: &str) -> Outcome {
    let (pattern, text) = input.split_once('\n').unwrap_or((input, "ab a"));
    // Longer texts take patterns with nested repetitions for ever, in CPython too.
    let text: String = text.chars().take(12).collect();
    let program = format!(
        "import re
try:
    pattern = re.compile({})
except (re.error, OverflowError, RecursionError):
    pattern = None
if pattern is not None:
    text = {}
    for found in pattern.finditer(text):
        assert text[found.start():found.end()] == found.group()
    assert pattern.sub(lambda found: found.group(), text) == text
",
        literal(pattern),
        literal(&text)
    );
    let code = compile(&program, "program.py").map_err(|faults| format!("{faults:?}"))?;
    let mut vm = Vm::with_library(Rc::new(SilentHost), &LIBRARY);
    match vm.run_to_end(&code) {
        Ok(_) => Ok(()),
        Err(raise) => Err(format!("{raise:?}")),
    }
}

/// A text as a literal of Python.
fn literal(text: &str) -> String {
    let escapes = text.chars().map(|char| format!("\\U{:08x}", char as u32));
    format!("\"{}\"", escapes.collect::<String>())
}
