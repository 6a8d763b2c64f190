//! A call in progress, as data.

use std::rc::Rc;

use brooklet_python_compiler::bytecode::Instruction;

use crate::value::CodeObject;
use crate::value::{CellRef, Class, Dict, Instance, Value};

use super::step::Continuation;
use super::{Generator, Result, Vm};

/// What a frame is, and where its result goes.
#[derive(Default)]
pub(crate) enum FrameKind {
    /// A call; its result goes to the frame below it.
    #[default]
    Call,
    /// A call whose result goes to the Rust code that started this run; without code, only the mark of that.
    Entry,
    /// The body of a generator.
    Generator(Rc<Generator>),
    /// Rust code that goes on with the result of the frame above it.
    Continuation(Box<dyn Continuation>),
    /// The mark of a finalizer: its result is dropped, and what it raises is only shown.
    Finalizer(Value),
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
    /// What `__prepare__` gave for the names of a class body, where that is not a plain dict.
    pub(crate) namespace: Option<Value>,
    /// The exceptions that are being handled, the innermost last.
    pub(crate) handled: Vec<Rc<Instance>>,
    pub(crate) kind: FrameKind,
    /// Whether this is `__init__` called for a new object: its result must be `None` and is dropped.
    pub(crate) is_initializer: bool,
    /// How many levels of recursion it counts as.
    pub(crate) levels: usize,
    /// Whether the exception that is on its way out was only passed on here.
    pub(crate) reraising: bool,
}

impl Frame {
    /// Whether the next instruction goes on with `yield from`.
    pub(crate) fn waits_in_delegation(&self) -> bool {
        let code = self.code.as_ref().map(|code| &code.code.instructions);
        matches!(
            code.and_then(|instructions| instructions.get(self.next)),
            Some(Instruction::YieldFrom)
        )
    }

    /// Where in the program's text it is.
    pub(super) fn span(&self) -> Option<brooklet_source::Span> {
        let code = &self.code.as_ref()?.code;
        code.spans.get(self.next.checked_sub(1)?).copied()
    }

    pub(crate) fn clear(&mut self) {
        self.code = None;
        self.next = 0;
        self.locals.clear();
        self.stack.clear();
        self.cells.clear();
        self.globals = None;
        self.names = None;
        self.namespace = None;
        self.handled.clear();
        self.kind = FrameKind::Call;
        self.is_initializer = false;
        self.levels = 0;
        self.reraising = false;
    }
}

impl Vm {
    /// The frame of the Python code that runs, or that called the Rust code that runs.
    pub(super) fn running_frame(&self) -> Option<&Frame> {
        self.frames
            .iter()
            .rev()
            .find(|frame| frame.code.is_some())
            .map(Box::as_ref)
    }

    /// The class that the running method is defined in, and its first argument: what `super()` means.
    ///
    /// # Errors
    /// `RuntimeError: super(): no arguments` outside of methods.
    pub(crate) fn method_context(&mut self) -> Result<(Rc<Class>, Value)> {
        let found = self.running_frame().and_then(Frame::method_context);
        match found {
            Some((Value::Class(class), object)) => Ok((class, object)),
            Some(_) => Err(self.runtime_error("super(): __class__ is not a type")),
            None => Err(self.runtime_error("super(): no arguments")),
        }
    }

    /// The names of the running code: those of its body, or a copy of its local variables.
    pub(crate) fn running_locals(&self) -> Rc<Dict> {
        let Some(frame) = self.running_frame() else {
            return Rc::default();
        };
        if let Some(names) = &frame.names {
            return names.clone();
        }
        let locals = Dict::new();
        if let Some(code) = &frame.code {
            let named = code.local_names.iter().zip(&frame.locals);
            for (name, value) in named {
                if let (false, Some(value)) = (name.as_str().starts_with('.'), value) {
                    locals.set_name(name, value.clone());
                }
            }
            let own = code.code.cells.iter().map(|(name, _)| name);
            for (name, cell) in own.chain(&code.code.frees).zip(&frame.cells) {
                if let Some(value) = cell.borrow().clone() {
                    locals.set_str(name, value);
                }
            }
        }
        Rc::new(locals)
    }

    /// The globals of the running code.
    pub(crate) fn running_globals(&self) -> Rc<Dict> {
        self.running_frame()
            .and_then(|frame| frame.globals.clone())
            .unwrap_or_default()
    }
}

impl Frame {
    fn method_context(&self) -> Option<(Value, Value)> {
        let code = &self.code.as_ref()?.code;
        if code.parameters.positional == 0 && !code.parameters.rest {
            return None;
        }
        let own = code.cells.iter().map(|(name, _)| name);
        let at = own
            .chain(&code.frees)
            .position(|name| &**name == "__class__")?;
        let class = self.cells.get(at)?.borrow().clone()?;
        // A first parameter that inner functions use lives in a cell.
        let moved = code.cells.iter().position(|(_, from)| *from == Some(0));
        let object = match moved {
            Some(cell) => self.cells.get(cell)?.borrow().clone()?,
            None => self.locals.first()?.clone()?,
        };
        Some((class, object))
    }
}
