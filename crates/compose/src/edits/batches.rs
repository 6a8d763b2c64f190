//! Put in, take out, move, repeat and replace batches.

use ruff_text_size::TextRange;

use super::Editor;
use super::records::expressions;
use crate::batches::Batches;
use crate::change::Change;
use crate::refusal::Refusal;

/// The batches of an input that a grid can edit.
pub(super) fn editable(editor: &Editor, call: u32) -> Result<Batches, Refusal> {
    let feeds = editor.analysis.feeds.iter();
    let mut feeds = feeds.filter(|feed| feed.call == call as usize);
    let feed = feeds.next().ok_or(Refusal::NotThere)?;
    let batches = Batches::of(editor.program, editor.analysis, feed);
    match batches.fixed {
        Some(fixed) => Err(Refusal::Fixed {
            reason: fixed.sentence(),
        }),
        None => Ok(batches),
    }
}

pub(super) fn add(
    editor: &Editor,
    call: u32,
    at: u32,
    batches: &[Vec<String>],
) -> Result<Vec<Change>, Refusal> {
    let found = editable(editor, call)?;
    if at as usize > found.batches.len() {
        return Err(Refusal::NotThere);
    }
    let texts = texts(editor, &found, batches)?;
    Ok(found.sequence(editor.program).insert(at as usize, &texts))
}

pub(super) fn replace(
    editor: &Editor,
    call: u32,
    batches: &[Vec<String>],
) -> Result<Vec<Change>, Refusal> {
    let found = editable(editor, call)?;
    if batches.is_empty() {
        return Err(Refusal::LastBatch);
    }
    let texts = texts(editor, &found, batches)?;
    Ok(found.sequence(editor.program).replace(&texts))
}

pub(super) fn remove(editor: &Editor, call: u32, batch: u32) -> Result<Vec<Change>, Refusal> {
    let found = editable(editor, call)?;
    let index = index(&found, batch)?;
    if found.batches.len() == 1 {
        return Err(Refusal::LastBatch);
    }
    Ok(found.sequence(editor.program).remove(index))
}

pub(super) fn shift(
    editor: &Editor,
    call: u32,
    batch: u32,
    to: u32,
) -> Result<Vec<Change>, Refusal> {
    let found = editable(editor, call)?;
    let (from, to) = (index(&found, batch)?, index(&found, to)?);
    Ok(found.sequence(editor.program).shift(from, to))
}

pub(super) fn duplicate(editor: &Editor, call: u32, batch: u32) -> Result<Vec<Change>, Refusal> {
    let found = editable(editor, call)?;
    let index = index(&found, batch)?;
    let text = editor.program.slice(found.batches[index].whole).to_string();
    Ok(found.sequence(editor.program).insert(index + 1, &[text]))
}

fn index(batches: &Batches, batch: u32) -> Result<usize, Refusal> {
    let index = batch as usize;
    (index < batches.batches.len())
        .then_some(index)
        .ok_or(Refusal::NotThere)
}

/// A list literal each, in a call of `parallelize` where those that are there are in one.
fn texts(
    editor: &Editor,
    found: &Batches,
    batches: &[Vec<String>],
) -> Result<Vec<String>, Refusal> {
    let model = found.batches.iter().find(|batch| batch.fixed.is_none());
    let (before, behind) = match model {
        Some(model) => {
            let before = TextRange::new(model.whole.start(), model.list.start());
            let behind = TextRange::new(model.list.end(), model.whole.end());
            (editor.program.slice(before), editor.program.slice(behind))
        }
        None => ("", ""),
    };
    batches
        .iter()
        .map(|records| {
            let records = expressions(records)?;
            Ok(format!("{before}[{}]{behind}", records.join(", ")))
        })
        .collect()
}
