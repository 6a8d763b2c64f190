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

#[cfg(test)]
mod tests {
    use brooklet_protocol::ProgramEdit;

    use crate::testing::edited;

    const TEXT: &str = "s = ssc.queueStream([[1, 2, 3], [], ['ö',\n  'b',  # b\n]])\n";

    #[test]
    fn writes_one() {
        let set = |text: &str| ProgramEdit::SetRecord {
            call: 0,
            batch: 0,
            record: 1,
            text: text.into(),
        };
        assert_eq!(
            edited(TEXT, set("(7, '😀')")),
            TEXT.replace('2', "(7, '😀')")
        );
        assert_eq!(edited(TEXT, set("'half")), {
            "This does not parse: unterminated string literal (detected at line 1)."
        });
    }

    #[test]
    fn puts_some_in() {
        let add = |batch, record| ProgramEdit::AddRecords {
            call: 0,
            batch,
            record,
            texts: vec!["x".into(), "y".into()],
        };
        assert_eq!(edited(TEXT, add(0, 0)), TEXT.replace("[1,", "[x, y, 1,"));
        assert_eq!(edited(TEXT, add(0, 2)), TEXT.replace("2,", "2, x, y,"));
        assert_eq!(edited(TEXT, add(0, 3)), TEXT.replace("3]", "3, x, y]"));
        assert_eq!(edited(TEXT, add(1, 0)), TEXT.replace("[]", "[x, y]"));
        assert_eq!(
            edited(TEXT, add(2, 2)),
            TEXT.replace("# b", "# b\n  x,\n  y,")
        );
        assert_eq!(
            edited("s = ssc.queueStream([[1,2]])\n", add(0, 2)),
            "s = ssc.queueStream([[1,2,x,y]])\n"
        );
    }

    #[test]
    fn takes_one_out() {
        let remove = |batch, record| ProgramEdit::RemoveRecord {
            call: 0,
            batch,
            record,
        };
        assert_eq!(edited(TEXT, remove(0, 0)), TEXT.replace("1, ", ""));
        assert_eq!(edited(TEXT, remove(0, 2)), TEXT.replace(", 3", ""));
        assert_eq!(edited(TEXT, remove(2, 0)), TEXT.replace("'ö',\n  ", ""));
        assert_eq!(edited(TEXT, remove(2, 1)), TEXT.replace("'b',  #", "#"));
        assert_eq!(
            edited("s = ssc.queueStream([[1], [2, 3]])\n", remove(0, 0)),
            "s = ssc.queueStream([[], [2, 3]])\n"
        );
    }

    #[test]
    fn moves_one() {
        let shift = |to_batch, to_record| ProgramEdit::MoveRecord {
            call: 0,
            batch: 0,
            record: 0,
            to_batch,
            to_record,
        };
        assert_eq!(
            edited(TEXT, shift(0, 2)),
            TEXT.replace("1, 2, 3", "2, 3, 1")
        );
        assert_eq!(
            edited(TEXT, shift(1, 0)),
            TEXT.replace("1, ", "").replace("[]", "[1]")
        );
    }
}
