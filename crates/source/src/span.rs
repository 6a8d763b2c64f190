use ruff_text_size::TextRange;

/// A range of bytes in a source text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl From<TextRange> for Span {
    fn from(range: TextRange) -> Span {
        Span {
            start: range.start().into(),
            end: range.end().into(),
        }
    }
}
