//! Write the batch interval.

use super::Editor;
use super::expression::expression;
use crate::change::Change;
use crate::interval::written;
use crate::refusal::Refusal;

pub(super) fn changes(editor: &Editor, text: &str) -> Result<Vec<Change>, Refusal> {
    let context = editor.analysis.contexts.first().ok_or(Refusal::NoContext)?;
    let range = written(editor.program, context).ok_or(Refusal::NoContext)?;
    Ok(vec![Change::replace(range, expression(text)?)])
}
