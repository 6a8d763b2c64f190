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

/// How messages about the depth of lines begin.
const INDENTATION: [&str; 3] = [
    "unexpected indent",
    "unindent does not match",
    "expected an indented block",
];

impl Diagnostic {
    /// The exception that Python raises for it; `None` where Python itself has nothing against the text.
    pub fn exception(&self) -> Option<&'static str> {
        let is_depth = || {
            INDENTATION
                .iter()
                .any(|start| self.message.starts_with(start))
        };
        match self.fault {
            Fault::Unsupported => None,
            Fault::Syntax if is_depth() => Some("IndentationError"),
            Fault::Syntax => Some("SyntaxError"),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.exception().unwrap_or("Not supported");
        write!(out, "line {}: {kind}: {}", self.line, self.message)
    }
}

impl std::error::Error for Diagnostic {}
