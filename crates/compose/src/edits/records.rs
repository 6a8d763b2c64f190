//! Write, put in, take out and move records.

use ruff_text_size::TextRange;

use super::Editor;
use super::batches::editable;
use super::expression::expression;
use crate::batches::{Batch, Batches};
use crate::change::Change;
use crate::refusal::Refusal;

pub(super) fn set(
    editor: &Editor,
    call: u32,
    batch: u32,
    record: u32,
    text: &str,
) -> Result<Vec<Change>, Refusal> {
    let batches = editable(editor, call)?;
    let range = written(one(&batches, batch)?, record)?;
    Ok(vec![Change::replace(range, expression(text)?)])
}

pub(super) fn add(
    editor: &Editor,
    call: u32,
    batch: u32,
    record: u32,
    texts: &[String],
) -> Result<Vec<Change>, Refusal> {
    let batches = editable(editor, call)?;
    let batch = one(&batches, batch)?;
    if record as usize > batch.records.len() {
        return Err(Refusal::NotThere);
    }
    let texts = expressions(texts)?;
    Ok(batch
        .sequence(editor.program)
        .insert(record as usize, &texts))
}

pub(super) fn remove(
    editor: &Editor,
    call: u32,
    batch: u32,
    record: u32,
) -> Result<Vec<Change>, Refusal> {
    let batches = editable(editor, call)?;
    let batch = one(&batches, batch)?;
    written(batch, record)?;
    Ok(batch.sequence(editor.program).remove(record as usize))
}

/// `from` and `to` are a batch and a record each.
pub(super) fn shift(
    editor: &Editor,
    call: u32,
    from: (u32, u32),
    to: (u32, u32),
) -> Result<Vec<Change>, Refusal> {
    let batches = editable(editor, call)?;
    let source = one(&batches, from.0)?;
    let range = written(source, from.1)?;
    if from.0 == to.0 {
        written(source, to.1)?;
        let sequence = source.sequence(editor.program);
        return Ok(sequence.shift(from.1 as usize, to.1 as usize));
    }
    let text = editor.program.slice(range).to_string();
    let mut changes = add(editor, call, to.0, to.1, &[text])?;
    changes.extend(remove(editor, call, from.0, from.1)?);
    Ok(changes)
}

/// The texts as single expressions.
pub(super) fn expressions(texts: &[String]) -> Result<Vec<String>, Refusal> {
    texts
        .iter()
        .map(|text| expression(text).map(str::to_string))
        .collect()
}

fn one(batches: &Batches, index: u32) -> Result<&Batch, Refusal> {
    let batch = batches
        .batches
        .get(index as usize)
        .ok_or(Refusal::NotThere)?;
    match batch.fixed {
        Some(fixed) => Err(Refusal::Fixed {
            reason: fixed.sentence(),
        }),
        None => Ok(batch),
    }
}

fn written(batch: &Batch, record: u32) -> Result<TextRange, Refusal> {
    let range = batch.records.get(record as usize).copied();
    range.ok_or(Refusal::NotThere)
}
