//! Move a call up or down its chain by one.

use brooklet_protocol::CallRole;
use ruff_python_ast::Expr;

use super::Editor;
use crate::analysis::Call;
use crate::catalogue::Owner;
use crate::change::Change;
use crate::refusal::Refusal;

pub(super) fn changes(editor: &Editor, id: u32, up: bool) -> Result<Vec<Change>, Refusal> {
    let call = editor.call(id)?;
    let other = if up {
        above(editor, call)
    } else {
        below(editor, call, id as usize)
    };
    let other = editor.call(other? as u32)?;
    if !is_movable(call) || !is_movable(other) {
        return Err(Refusal::EndOfChain);
    }
    let text = |call: &Call| editor.program.slice(call.range).to_string();
    Ok(vec![
        Change::replace(call.range, text(other)),
        Change::replace(other.range, text(call)),
    ])
}

/// The call whose stream a call is a method of: right before its dot, or by the stream's name.
fn above(editor: &Editor, call: &Call) -> Result<usize, Refusal> {
    if let Some(before) = call.before {
        return Ok(before);
    }
    let parent = parent_by_name(editor, call).ok_or(Refusal::EndOfChain)?;
    only_reader(editor, parent)?;
    Ok(parent)
}

/// The call that is a method of a call's stream.
fn below(editor: &Editor, call: &Call, id: usize) -> Result<usize, Refusal> {
    if let Some(behind) = call.behind {
        return Ok(behind);
    }
    let reader = only_reader(editor, id)?;
    let found = parent_by_name(editor, &editor.analysis.calls[reader]);
    found
        .filter(|parent| *parent == id)
        .ok_or(Refusal::EndOfChain)?;
    Ok(reader)
}

fn parent_by_name(editor: &Editor, call: &Call) -> Option<usize> {
    let parent = *call.parents.first()?;
    let variable = editor.analysis.calls[parent].variable?;
    matches!(call.receiver()?, Expr::Name(name) if name.id.as_str() == variable).then_some(parent)
}

/// The only call that reads a stream: with several, a move would change what the others read.
fn only_reader(editor: &Editor, id: usize) -> Result<usize, Refusal> {
    let calls = editor.analysis.calls.iter().enumerate();
    let mut readers = calls.filter(|(_, call)| call.parents.contains(&id));
    let (reader, _) = readers.next().ok_or(Refusal::EndOfChain)?;
    match readers.next() {
        Some(_) => Err(Refusal::SeveralReaders),
        None => Ok(reader),
    }
}

fn is_movable(call: &Call) -> bool {
    call.method.role() == CallRole::Operator && call.method.owner == Owner::Stream
}

#[cfg(test)]
mod tests {
    use brooklet_protocol::ProgramEdit;

    use crate::testing::edited;

    #[test]
    fn changes_places_with_its_neighbour() {
        let text = "ssc.queueStream([[1]])\\\n    .map(str)\\\n    .filter(bool).pprint()  # p\n";
        let moved = "ssc.queueStream([[1]])\\\n    .filter(bool)\\\n    .map(str).pprint()  # p\n";
        let shift = |text, call, up| edited(text, ProgramEdit::MoveCall { call, up });
        assert_eq!(shift(text, 2, true), moved);
        assert_eq!(shift(text, 1, false), moved);
        let refusal = "There is no operator on that side in the same chain.";
        assert_eq!(shift(text, 1, true), refusal);
        assert_eq!(shift(text, 2, false), refusal);
        let input = "s = ssc.queueStream([[1]])\ns.filter(bool).pprint()\n";
        assert_eq!(shift(input, 1, true), refusal);
    }

    #[test]
    fn changes_places_by_the_name_of_a_stream_that_nothing_else_reads() {
        let text = "s = ssc.queueStream([[1]]).map(str)\ns.filter(bool).pprint()\n";
        let moved = "s = ssc.queueStream([[1]]).filter(bool)\ns.map(str).pprint()\n";
        let shift = |text: &str, call, up| edited(text, ProgramEdit::MoveCall { call, up });
        assert_eq!(shift(text, 2, true), moved);
        assert_eq!(shift(text, 1, false), moved);
        let again = format!("{text}s.pprint()\n");
        let refusal = "Several calls read the stream between the two.";
        assert_eq!(shift(&again, 2, true), refusal);
        assert_eq!(shift(&again, 1, false), refusal);
    }
}
