//! What the tests of edits share.

use brooklet_protocol::ProgramEdit;

use crate::edit;

/// What comes before the text of a test.
pub(crate) const BEGINNING: &str = "\
from pyspark import SparkContext
from pyspark.streaming import StreamingContext
sc = SparkContext()
ssc = StreamingContext(sc, 1)
";

/// The text behind [`BEGINNING`] after an edit, or why it cannot be made.
pub(crate) fn edited(text: &str, asked: ProgramEdit) -> String {
    let text = format!("{BEGINNING}{text}");
    let result = whole_edited(&text, asked);
    match result.strip_prefix(BEGINNING) {
        Some(rest) => rest.to_string(),
        None => result,
    }
}

/// A whole text after an edit, or why it cannot be made.
pub(crate) fn whole_edited(text: &str, asked: ProgramEdit) -> String {
    let changes = match edit(text, &asked) {
        Ok(changes) => changes,
        Err(refusal) => return refusal.to_string(),
    };
    let mut units: Vec<u16> = text.encode_utf16().collect();
    for change in changes.iter().rev() {
        let range = change.from as usize..change.to as usize;
        units.splice(range, change.insert.encode_utf16());
    }
    String::from_utf16(&units).unwrap()
}
