//! What is wrong with a source text, and where.

use std::fmt;

use brooklet_source::Span;

/// What kind of fault a text has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// Python itself refuses it: `SyntaxError`.
    Syntax,
    /// Python knows it, Brooklet does not support it.
    Unsupported,
}

/// A fault of a source text, with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// What kind of fault.
    pub fault: Fault,
    /// What is wrong, in a sentence.
    pub message: String,
    /// Where.
    pub span: Span,
    /// Line, from 1.
    pub line: u32,
    /// What the parser itself says of it, where that says more.
    pub detail: Option<String>,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.fault {
            Fault::Syntax => "SyntaxError",
            Fault::Unsupported => "Not supported",
        };
        write!(out, "line {}: {kind}: {}", self.line, self.message)
    }
}

impl std::error::Error for Diagnostic {}
