//! The text of a new call, and what else the program then needs.

use brooklet_protocol::ArgumentKind;
use ruff_python_ast::Stmt;
use ruff_text_size::{Ranged, TextSize};

use super::{Editor, statement};
use crate::analysis::{Call, Home};
use brooklet_pyspark_api::Need;

use crate::catalogue::Method;
use crate::change::Change;
use crate::interval;
use crate::refusal::Refusal;

/// `method(arguments)` with what a new call is given. It will read the stream of call `after`, in
/// the statement `home`.
pub(super) fn text(
    editor: &Editor,
    method: Method,
    after: usize,
    home: Home,
) -> Result<String, Refusal> {
    let mut arguments = Vec::new();
    for parameter in method.parameters() {
        match (parameter.kind, parameter.new) {
            (ArgumentKind::Duration, Some(intervals)) => {
                arguments.push(interval::seconds(
                    editor.program,
                    editor.analysis,
                    intervals,
                ));
            }
            (ArgumentKind::Stream, _) => arguments.push(other_stream(editor, after, home)?),
            (_, Some(new)) => arguments.push(new.to_string()),
            // After one that is left out, all others would need their names.
            (_, None) => break,
        }
    }
    Ok(format!("{}({})", method.name(), arguments.join(", ")))
}

/// A name that stands for another stream before a statement: one that is not made of the same
/// input, if there is one.
fn other_stream(editor: &Editor, after: usize, home: Home) -> Result<String, Refusal> {
    let calls = &editor.analysis.calls;
    let at = home.statement().start();
    let family = ancestors(calls, after);
    let mut known: Vec<(&str, Option<usize>)> = Vec::new();
    for binding in editor
        .analysis
        .bindings
        .iter()
        .filter(|binding| binding.at < at && binding.function == home.function)
    {
        known.retain(|(name, _)| *name != binding.name);
        known.push((binding.name, binding.stream));
    }
    let streams: Vec<(&str, usize)> = known
        .iter()
        .filter_map(|(name, stream)| Some((*name, (*stream)?)))
        .collect();
    let stranger = streams.iter().rev().find(|(_, stream)| {
        !ancestors(calls, *stream)
            .iter()
            .any(|id| family.contains(id))
    });
    let any = stranger.or(streams.last());
    any.map(|(name, _)| name.to_string())
        .ok_or(Refusal::NoOtherStream)
}

/// A call and all whose streams it reads, directly or not.
fn ancestors(calls: &[Call], id: usize) -> Vec<usize> {
    let mut family = vec![id];
    let mut next = 0;
    while let Some(id) = family.get(next).copied() {
        for parent in &calls[id].parents {
            if !family.contains(parent) {
                family.push(*parent);
            }
        }
        next += 1;
    }
    family
}

/// What the program needs besides a new call of a method.
pub(super) fn needs(editor: &Editor, method: Method) -> Vec<Change> {
    match method.need() {
        Need::Nothing => Vec::new(),
        Need::CheckpointDirectory => checkpoint_directory(editor).into_iter().collect(),
        Need::StorageLevel => storage_level(editor).into_iter().collect(),
    }
}

fn checkpoint_directory(editor: &Editor) -> Option<Change> {
    if editor.analysis.has_checkpoint_directory {
        return None;
    }
    let (home, name) = context(editor)?;
    let text = format!("{name}.checkpoint(\"checkpoint\")");
    Some(statement::behind(editor.program, home, &text))
}

/// Where the first `StreamingContext` is given a name, and which.
pub(super) fn context<'p>(editor: &Editor<'p>) -> Option<(Home<'p>, &'p str)> {
    let contexts = editor.analysis.contexts.iter();
    let mut contexts = contexts.filter(|context| context.fixed.is_none());
    let home = contexts.next()?.home;
    let at = home.statement().start();
    let bindings = editor.analysis.bindings.iter();
    let mut bindings = bindings.filter(|binding| binding.is_context && binding.at == at);
    Some((home, bindings.next()?.name))
}

/// An import of `StorageLevel`, behind the other imports.
fn storage_level(editor: &Editor) -> Option<Change> {
    const IMPORT: &str = "from pyspark import StorageLevel";
    let program = editor.program;
    if program.names().contains("StorageLevel") {
        return None;
    }
    let block = program.body();
    let is_import =
        |statement: &Stmt| statement.is_import_stmt() || statement.is_import_from_stmt();
    match block.iter().rposition(is_import) {
        Some(index) => Some(statement::behind(
            program,
            Home {
                block,
                index,
                function: None,
            },
            IMPORT,
        )),
        None => {
            let text = format!("{IMPORT}{}", program.newline());
            Some(Change::insert(TextSize::new(0), text))
        }
    }
}
