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
