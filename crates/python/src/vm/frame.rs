//! A call in progress, as data.

use std::rc::Rc;

use crate::bytecode::{CodeObject, Instruction};
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
    /// Whether it waits for what a suspension gives.
    pub(crate) waiting: bool,
    /// Whether the exception that is on its way out was only passed on here.
    pub(crate) reraising: bool,
}

impl Frame {
    pub(crate) fn is_generator(&self, generator: &Rc<Generator>) -> bool {
        matches!(&self.kind, FrameKind::Generator(own) if Rc::ptr_eq(own, generator))
    }

    /// Whether the next instruction goes on with `yield from`.
    pub(crate) fn waits_in_delegation(&self) -> bool {
        let code = self.code.as_ref().map(|code| &code.code.instructions);
        matches!(
            code.and_then(|instructions| instructions.get(self.next)),
            Some(Instruction::YieldFrom)
        )
    }

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
        self.waiting = false;
        self.reraising = false;
    }
}
