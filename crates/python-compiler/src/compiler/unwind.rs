//! Leaving blocks early: what `return`, `break` and `continue` do on their way out.

use ruff_python_ast as ast;
use ruff_text_size::TextRange;

use super::{Compiled, Compiler};
use crate::bytecode::Instruction;

/// A statement around the place where code is emitted.
pub(super) struct Block<'a> {
    pub(super) kind: BlockKind<'a>,
    /// The stack depth outside of it.
    pub(super) depth: u32,
    /// How many exceptions are being handled outside of it.
    pub(super) handled: u32,
    /// Pieces of code inside its range that already belong outside.
    pub(super) excluded: Vec<(u32, u32)>,
}

pub(super) enum BlockKind<'a> {
    /// A loop: where `continue` goes, the jumps of `break`, whether an iterator is on the stack.
    Loop {
        start: u32,
        breaks: Vec<usize>,
        iterator: bool,
    },
    /// A `try` whose `finally` has to run.
    Finally(&'a [ast::Stmt]),
    /// The exception path of a `finally`, or of `except` without a name.
    Handler { value_on_stack: bool },
    /// The body of `except … as name`.
    NamedHandler(&'a str),
    /// The body of `except*`, which cannot be left early.
    GroupHandler,
    /// A `with`.
    With { is_async: bool },
    /// A `try` with handlers: nothing to do on the way out.
    Guard,
}

impl<'a> Compiler<'a> {
    pub(super) fn push_block(&mut self, kind: BlockKind<'a>) {
        let unit = self.unit();
        let block = Block {
            kind,
            depth: unit.depth,
            handled: unit.handled,
            excluded: Vec::new(),
        };
        unit.blocks.push(block);
    }

    pub(super) fn pop_block(&mut self) -> Block<'a> {
        self.unit().blocks.pop().expect("every push has its pop")
    }

    /// Emits what leaving all blocks from `keep` on takes; the blocks stay open for the code after.
    pub(super) fn leave_blocks(&mut self, keep: usize, range: TextRange) -> Compiled<()> {
        let mut left = Vec::new();
        let (depth, handled) = (self.unit().depth, self.unit().handled);
        let mut starts = Vec::new();
        while self.unit().blocks.len() > keep {
            let block = self.pop_block();
            starts.push(self.unit().here());
            let (outer_depth, outer_handled) = (block.depth, block.handled);
            match &block.kind {
                BlockKind::Loop { iterator: true, .. } => self.emit(Instruction::Pop, range),
                BlockKind::Loop { .. } | BlockKind::Guard => {}
                BlockKind::GroupHandler => {
                    let message =
                        "'break', 'continue' and 'return' cannot appear in an except* block";
                    return self.syntax_error(message, range);
                }
                BlockKind::Handler { value_on_stack } => {
                    self.emit(Instruction::LeaveHandler, range);
                    if *value_on_stack {
                        self.emit(Instruction::Pop, range);
                    }
                }
                BlockKind::NamedHandler(name) => {
                    self.emit(Instruction::LeaveHandler, range);
                    self.forget_handler_name(name, range);
                }
                BlockKind::With { is_async } => self.exit_with(*is_async, range),
                BlockKind::Finally(body) => {
                    let body = *body;
                    self.unit().depth = outer_depth;
                    self.unit().handled = outer_handled;
                    self.body(body)?;
                }
            }
            self.unit().depth = outer_depth;
            self.unit().handled = outer_handled;
            left.push(block);
        }
        let unit = self.unit();
        unit.depth = depth;
        unit.handled = handled;
        // The code after belongs to the jump that leaves, which is emitted next.
        let end = unit.here() + 1;
        for (mut block, start) in left.into_iter().zip(starts).rev() {
            block.excluded.push((start, end));
            self.unit().blocks.push(block);
        }
        Ok(())
    }

    /// `name = None; del name`, as leaving `except … as name` does.
    pub(super) fn forget_handler_name(&mut self, name: &str, range: TextRange) {
        self.emit_none(range);
        self.emit_store(name, range);
        self.emit_delete(name, range);
    }
}
