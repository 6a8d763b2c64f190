use brooklet_protocol::TextChange;
use ruff_text_size::{TextRange, TextSize};

/// A range of a text, in bytes, and what goes in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) range: TextRange,
    pub(crate) text: String,
}

impl Change {
    pub(crate) fn insert(at: TextSize, text: impl Into<String>) -> Change {
        Change::replace(TextRange::empty(at), text)
    }

    pub(crate) fn delete(range: TextRange) -> Change {
        Change::replace(range, String::new())
    }

    pub(crate) fn replace(range: TextRange, text: impl Into<String>) -> Change {
        Change {
            range,
            text: text.into(),
        }
    }
}

/// The text with the changes made. They are in order and none overlaps another.
pub(crate) fn apply(text: &str, changes: &[Change]) -> String {
    let mut result = String::with_capacity(text.len());
    let mut from = TextSize::new(0);
    for change in changes {
        result.push_str(&text[TextRange::new(from, change.range.start())]);
        result.push_str(&change.text);
        from = change.range.end();
    }
    result.push_str(&text[from.to_usize()..]);
    result
}

/// The changes as an editor in a browser counts: in UTF-16 units.
pub(crate) fn in_utf16(text: &str, changes: Vec<Change>) -> Vec<TextChange> {
    let mut bytes = TextSize::new(0);
    let mut units = 0;
    let mut position = |at: TextSize| {
        let between = &text[TextRange::new(bytes, at)];
        // ASCII needs no counting, which is slow.
        units += if between.is_ascii() {
            between.len() as u32
        } else {
            between.encode_utf16().count() as u32
        };
        bytes = at;
        units
    };
    changes
        .into_iter()
        .map(|change| TextChange {
            from: position(change.range.start()),
            to: position(change.range.end()),
            insert: change.text,
        })
        .collect()
}
