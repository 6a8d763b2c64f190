//! The edits, one a file. Each works out changes of the text from what stands in it.

mod add_call;
mod add_input;
mod batches;
mod expression;
mod interval;
mod move_call;
mod new_call;
mod records;
mod remove_call;
mod replace_text;
mod set_argument;
mod spot;
mod statement;

use brooklet_protocol::ProgramEdit;

use crate::analysis::{Analysis, Call};
use crate::change::Change;
use crate::program::Program;
use crate::refusal::Refusal;

/// What edits work on.
pub(crate) struct Editor<'p> {
    pub(crate) program: &'p Program,
    pub(crate) analysis: &'p Analysis<'p>,
}

impl<'p> Editor<'p> {
    /// A call that a form can edit.
    fn call(&self, id: u32) -> Result<&'p Call<'p>, Refusal> {
        let call = self.analysis.calls.get(id as usize);
        let call = call.ok_or(Refusal::NotThere)?;
        match call.fixed {
            Some(fixed) => Err(Refusal::Fixed {
                reason: fixed.sentence(),
            }),
            None => Ok(call),
        }
    }

    /// A name that the program does not have yet.
    fn new_name(&self, wanted: &str) -> String {
        let taken = self.program.names();
        let mut name = wanted.to_string();
        let mut number = 1;
        while taken.contains(name.as_str()) {
            number += 1;
            name = format!("{wanted}{number}");
        }
        name
    }
}

/// The changes that an edit stands for, in any order.
pub(crate) fn changes(editor: &Editor, edit: &ProgramEdit) -> Result<Vec<Change>, Refusal> {
    match edit {
        ProgramEdit::SetArgument { call, name, text } => {
            set_argument::changes(editor, *call, name, text.as_deref())
        }
        ProgramEdit::SetBatchInterval { text } => interval::changes(editor, text),
        ProgramEdit::AddCall {
            after,
            before,
            method,
        } => add_call::changes(editor, *after, *before, method),
        ProgramEdit::AddInput { method } => add_input::changes(editor, method),
        ProgramEdit::RemoveCall { call } => remove_call::changes(editor, *call),
        ProgramEdit::MoveCall { call, up } => move_call::changes(editor, *call, *up),
        ProgramEdit::SetRecord {
            call,
            batch,
            record,
            text,
        } => records::set(editor, *call, *batch, *record, text),
        ProgramEdit::AddRecords {
            call,
            batch,
            record,
            texts,
        } => records::add(editor, *call, *batch, *record, texts),
        ProgramEdit::RemoveRecord {
            call,
            batch,
            record,
        } => records::remove(editor, *call, *batch, *record),
        ProgramEdit::MoveRecord {
            call,
            batch,
            record,
            to_batch,
            to_record,
        } => records::shift(editor, *call, (*batch, *record), (*to_batch, *to_record)),
        ProgramEdit::AddBatches {
            call,
            batch,
            batches,
        } => self::batches::add(editor, *call, *batch, batches),
        ProgramEdit::ReplaceBatches { call, batches } => {
            self::batches::replace(editor, *call, batches)
        }
        // Its text need not parse: it is made before this.
        ProgramEdit::ToPython3 => Ok(Vec::new()),
        ProgramEdit::ReplaceText { old, new } => replace_text::changes(editor.program, old, new),
        ProgramEdit::RemoveBatch { call, batch } => self::batches::remove(editor, *call, *batch),
        ProgramEdit::MoveBatch { call, batch, to } => {
            self::batches::shift(editor, *call, *batch, *to)
        }
        ProgramEdit::DuplicateBatch { call, batch } => {
            self::batches::duplicate(editor, *call, *batch)
        }
    }
}
