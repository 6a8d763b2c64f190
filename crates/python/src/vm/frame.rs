//! A call in progress, as data.

use std::rc::Rc;

use crate::bytecode::CodeObject;
use crate::value::{CellRef, Dict, Instance, Value};

use super::Generator;

/// Where a frame's result goes.
#[derive(Clone, Default)]
pub(crate) enum FrameKind {
    /// To the frame below it.
    #[default]
    Call,
    /// To the Rust code that started this run.
    Entry,
    /// The body of a generator.
    Generator(Rc<Generator>),
}

/// A call in progress.
#[derive(Default)]
pub struct Frame {
    pub(crate) code: Option<Rc<CodeObject>>,
    pub(crate) next: usize,
    pub(crate) locals: Vec<Option<Value>>,
    pub(crate) stack: Vec<Value>,
    pub(crate) cells: Vec<CellRef>,
    pub(crate) globals: Option<Rc<Dict>>,
    /// The names of a module or class body.
    pub(crate) names: Option<Rc<Dict>>,
    /// The exceptions that are being handled, the innermost last.
    pub(crate) handled: Vec<Rc<Instance>>,
    pub(crate) kind: FrameKind,
    /// Whether this is `__init__` called for a new object: its result must be `None` and is dropped.
    pub(crate) is_initializer: bool,
}

impl Frame {
    pub(crate) fn clear(&mut self) {
        self.code = None;
        self.next = 0;
        self.locals.clear();
        self.stack.clear();
        self.cells.clear();
        self.globals = None;
        self.names = None;
        self.handled.clear();
        self.kind = FrameKind::Call;
        self.is_initializer = false;
    }
}
