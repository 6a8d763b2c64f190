//! The state of exceptions.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_source::{LineIndex, Span};

use super::{Instance, Value};

/// One line of a traceback.
#[derive(Clone, Debug)]
pub struct TracebackEntry {
    /// The file's name.
    pub file: Rc<str>,
    /// The function's name, `<module>` at the top.
    pub function: Rc<str>,
    /// Where in the text of that file.
    pub span: Span,
    /// Line, from 1.
    pub line: u32,
    /// The text.
    pub source: Arc<LineIndex>,
}

/// What an exception holds besides its attributes.
#[derive(Clone, Default)]
pub struct ExceptionState {
    /// `args`.
    pub args: Vec<Value>,
    /// Frames that it went through, the innermost first.
    pub traceback: Vec<TracebackEntry>,
    /// `__cause__`.
    pub cause: Option<Rc<Instance>>,
    /// `__context__`.
    pub context: Option<Rc<Instance>>,
    /// `__suppress_context__`.
    pub suppress_context: bool,
    /// What goes with it: objects with a finalizer in the frames that it went through.
    pub held: Vec<Value>,
}
