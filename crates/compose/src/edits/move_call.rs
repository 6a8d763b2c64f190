//! Move a call up or down its chain by one.

use brooklet_protocol::CallRole;

use super::Editor;
use crate::analysis::Call;
use crate::catalogue::Owner;
use crate::change::Change;
use crate::refusal::Refusal;

pub(super) fn changes(editor: &Editor, id: u32, up: bool) -> Result<Vec<Change>, Refusal> {
    let call = editor.call(id)?;
    let other = if up { call.before } else { call.behind };
    let other = editor.call(other.ok_or(Refusal::EndOfChain)? as u32)?;
    if !is_movable(call) || !is_movable(other) {
        return Err(Refusal::EndOfChain);
    }
    let text = |call: &Call| editor.program.slice(call.range).to_string();
    Ok(vec![
        Change::replace(call.range, text(other)),
        Change::replace(other.range, text(call)),
    ])
}

fn is_movable(call: &Call) -> bool {
    call.method.role == CallRole::Operator && call.method.owner == Owner::Stream
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
        let split = "s = ssc.queueStream([[1]]).map(str)\ns.filter(bool).pprint()\n";
        assert_eq!(shift(split, 2, true), refusal);
    }
}
