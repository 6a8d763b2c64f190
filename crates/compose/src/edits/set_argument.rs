//! Write an argument, or take it out.

use ruff_text_size::{Ranged, TextRange};

use super::Editor;
use super::expression::expression;
use crate::analysis::{Argument, Call, Written};
use crate::change::Change;
use crate::refusal::Refusal;
use crate::sequence::Sequence;

pub(super) fn changes(
    editor: &Editor,
    call: u32,
    name: &str,
    text: Option<&str>,
) -> Result<Vec<Change>, Refusal> {
    let call = editor.call(call)?;
    let named = call
        .arguments
        .iter()
        .position(|argument| argument.name == name);
    let index = named.ok_or(Refusal::NotThere)?;
    let argument = &call.arguments[index];
    match (argument.written, text) {
        (Some(written), Some(text)) => Ok(vec![Change::replace(written.value, expression(text)?)]),
        (None, Some(text)) => write(editor, call, index, expression(text)?),
        (Some(written), None) => take_out(editor, call, index, written),
        (None, None) => Ok(Vec::new()),
    }
}

/// Writes an argument that is not there: by position when all before it are, with its name
/// otherwise.
fn write(editor: &Editor, call: &Call, index: usize, text: &str) -> Result<Vec<Change>, Refusal> {
    let argument = &call.arguments[index];
    let (sequence, items) = sequence(editor, call);
    let by_position = call.arguments[..index]
        .iter()
        .all(|before| before.written.is_some_and(|written| !written.is_keyword()));
    if by_position {
        return Ok(sequence.insert(index, &[text.to_string()]));
    }
    if !argument.has_keyword {
        let name = argument.name.clone();
        return Err(Refusal::ArgumentsMissing { name });
    }
    let text = format!("{}={text}", argument.name);
    Ok(sequence.insert(items.len(), &[text]))
}

/// Takes an argument out; those that stood behind it by position are given their names.
fn take_out(
    editor: &Editor,
    call: &Call,
    index: usize,
    written: Written,
) -> Result<Vec<Change>, Refusal> {
    let argument = &call.arguments[index];
    if argument.is_required {
        let name = argument.name.clone();
        return Err(Refusal::ArgumentNeeded { name });
    }
    let (sequence, items) = sequence(editor, call);
    let item = items.iter().position(|item| *item == written.whole);
    let mut changes = sequence.remove(item.ok_or(Refusal::NotThere)?);
    if !written.is_keyword() {
        changes.extend(call.arguments[index + 1..].iter().filter_map(name_it));
    }
    Ok(changes)
}

fn name_it(argument: &Argument) -> Option<Change> {
    let written = argument.written.filter(|written| !written.is_keyword())?;
    argument
        .has_keyword
        .then(|| Change::insert(written.value.start(), format!("{}=", argument.name)))
}

/// The arguments as they stand between the parentheses.
fn sequence<'p>(editor: &Editor<'p>, call: &Call) -> (Sequence<'p>, Vec<TextRange>) {
    let written = call
        .arguments
        .iter()
        .filter_map(|argument| argument.written);
    let mut items: Vec<TextRange> = written.map(|written| written.whole).collect();
    items.sort_by_key(Ranged::start);
    let sequence = Sequence::new(editor.program, call.inside(), items.clone());
    (sequence, items)
}
