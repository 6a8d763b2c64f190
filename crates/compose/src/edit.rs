use brooklet_protocol::{ProgramEdit, TextChange};

use crate::analysis::Analysis;
use crate::change::{apply, in_utf16};
use crate::edits::{self, Editor};
use crate::program::Program;
use crate::python2;
use crate::refusal::Refusal;

/// The changes of a text that an edit stands for, in the order of their places. They touch what the
/// edit is about, and the program that they lead to parses.
///
/// # Errors
/// Why the edit cannot be made.
///
/// # Examples
/// ```
/// use brooklet_protocol::ProgramEdit;
///
/// let text = "\
/// from pyspark.streaming import StreamingContext
/// ssc = StreamingContext(sc, 1)
/// ssc.queueStream([[1], [2]]).pprint()
/// ";
/// let edit = ProgramEdit::AddCall { after: 0, before: None, method: "count".into() };
/// let changes = brooklet_compose::edit(text, &edit).unwrap();
/// assert_eq!(changes[0].insert, ".count()");
/// ```
pub fn edit(text: &str, edit: &ProgramEdit) -> Result<Vec<TextChange>, Refusal> {
    if *edit == ProgramEdit::ToPython3 {
        return python2::changes(text);
    }
    let program =
        Program::parse(text).map_err(|(message, line)| Refusal::NotPython { message, line })?;
    let analysis = Analysis::of(&program);
    let editor = Editor {
        program: &program,
        analysis: &analysis,
    };
    let mut changes = edits::changes(&editor, edit)?;
    changes.sort_by_key(|change| (change.range.start(), change.range.end()));
    let result = apply(text, &changes);
    Program::parse(&result).map_err(|(message, line)| Refusal::WouldNotParse { message, line })?;
    Ok(in_utf16(text, changes))
}
