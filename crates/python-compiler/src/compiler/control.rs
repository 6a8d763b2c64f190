//! `if`, `while`, `for`, `break`, `continue`, `return`.

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::scope::ScopeKind;
use super::unwind::BlockKind;
use super::{Compiled, Compiler};
use crate::bytecode::Instruction;

impl<'a> Compiler<'a> {
    pub(super) fn if_statement(&mut self, statement: &'a ast::StmtIf) -> Compiled<()> {
        let mut ends = Vec::new();
        let mut next = self.jump_if(&statement.test, false)?;
        self.body(&statement.body)?;
        for clause in &statement.elif_else_clauses {
            ends.push(self.emit_jump(Instruction::Jump, clause));
            self.land_all(std::mem::take(&mut next));
            if let Some(test) = &clause.test {
                next = self.jump_if(test, false)?;
            }
            self.body(&clause.body)?;
        }
        self.land_all(next);
        self.land_all(ends);
        Ok(())
    }

    /// Emits jumps that are taken if a condition's truth is `wanted`; otherwise goes on.
    pub(super) fn jump_if(&mut self, test: &Expr, wanted: bool) -> Compiled<Vec<usize>> {
        match test {
            Expr::UnaryOp(not) if not.op == ast::UnaryOp::Not => {
                self.jump_if(&not.operand, !wanted)
            }
            Expr::BoolOp(operation) => {
                let short_circuits = (operation.op == ast::BoolOp::Or) == wanted;
                let (last, others) = operation
                    .values
                    .split_last()
                    .expect("a bool operation has operands");
                let mut jumps = Vec::new();
                let mut through = Vec::new();
                for value in others {
                    if short_circuits {
                        jumps.extend(self.jump_if(value, wanted)?);
                    } else {
                        through.extend(self.jump_if(value, !wanted)?);
                    }
                }
                jumps.extend(self.jump_if(last, wanted)?);
                self.land_all(through);
                Ok(jumps)
            }
            _ => {
                self.expression(test)?;
                let jump = if wanted {
                    Instruction::JumpIfTrue
                } else {
                    Instruction::JumpIfFalse
                };
                Ok(vec![self.emit_jump(jump, test)])
            }
        }
    }

    pub(super) fn while_statement(&mut self, statement: &'a ast::StmtWhile) -> Compiled<()> {
        let start = self.unit().here();
        self.push_block(BlockKind::Loop {
            start,
            breaks: Vec::new(),
            iterator: false,
        });
        let ends = self.jump_if(&statement.test, false)?;
        self.body(&statement.body)?;
        self.emit(Instruction::Jump(start), statement);
        let block = self.pop_block();
        self.land_all(ends);
        self.body(&statement.orelse)?;
        self.land_breaks(block.kind);
        Ok(())
    }

    pub(super) fn for_statement(&mut self, statement: &'a ast::StmtFor) -> Compiled<()> {
        if statement.is_async {
            return self.async_for_statement(statement);
        }
        self.expression(&statement.iter)?;
        self.emit(Instruction::GetIterator, &*statement.iter);
        let start = self.unit().here();
        self.push_iteration(start);
        let end = self.emit_jump(Instruction::ForEach, statement);
        self.assign(&statement.target)?;
        self.body(&statement.body)?;
        self.emit(Instruction::Jump(start), statement);
        self.unit().depth -= 1;
        let block = self.pop_block();
        self.land(end);
        self.body(&statement.orelse)?;
        self.land_breaks(block.kind);
        Ok(())
    }

    fn async_for_statement(&mut self, statement: &'a ast::StmtFor) -> Compiled<()> {
        self.expression(&statement.iter)?;
        self.emit(Instruction::GetAsyncIterator, &*statement.iter);
        let start = self.unit().here();
        self.push_iteration(start);
        self.async_next(statement.iter.range());
        let after = self.unit().here();
        self.assign(&statement.target)?;
        self.body(&statement.body)?;
        self.emit(Instruction::Jump(start), statement);
        self.end_async_loop(start, after, statement.iter.range());
        self.unit().depth -= 1;
        let block = self.pop_block();
        self.body(&statement.orelse)?;
        self.land_breaks(block.kind);
        Ok(())
    }

    /// The block of a loop whose iterator is on the stack.
    fn push_iteration(&mut self, start: u32) {
        self.push_block(BlockKind::Loop {
            start,
            breaks: Vec::new(),
            iterator: true,
        });
        self.unit().depth += 1;
    }

    /// Waits for the next item of the asynchronous iterator on the stack.
    pub(super) fn async_next(&mut self, range: TextRange) {
        self.emit(Instruction::AsyncNext, range);
        self.wait(range);
    }

    /// Where an asynchronous loop ends that waits for its items between two places.
    pub(super) fn end_async_loop(&mut self, start: u32, after: u32, range: TextRange) {
        let handler = self.unit().here();
        self.unit().protect(start, after, &[], handler);
        self.emit(Instruction::EndAsyncFor, range);
    }

    fn land_breaks(&mut self, kind: BlockKind) {
        if let BlockKind::Loop { breaks, .. } = kind {
            self.land_all(breaks);
        }
    }

    fn innermost_loop(&mut self) -> Option<usize> {
        self.unit()
            .blocks
            .iter()
            .rposition(|block| matches!(block.kind, BlockKind::Loop { .. }))
    }

    pub(super) fn break_statement(&mut self, range: TextRange) -> Compiled<()> {
        let Some(target) = self.innermost_loop() else {
            return self.syntax_error("'break' outside loop", range);
        };
        self.leave_blocks(target, range)?;
        let jump = self.emit_jump(Instruction::Jump, range);
        if let BlockKind::Loop { breaks, .. } = &mut self.unit().blocks[target].kind {
            breaks.push(jump);
        }
        Ok(())
    }

    pub(super) fn continue_statement(&mut self, range: TextRange) -> Compiled<()> {
        let Some(target) = self.innermost_loop() else {
            return self.syntax_error("'continue' not properly in loop", range);
        };
        self.leave_blocks(target + 1, range)?;
        if let BlockKind::Loop { start, .. } = self.unit().blocks[target].kind {
            self.emit(Instruction::Jump(start), range);
        }
        Ok(())
    }

    pub(super) fn return_statement(&mut self, statement: &ast::StmtReturn) -> Compiled<()> {
        let scope = self.unit().scope;
        if self.scopes.kind(scope) != ScopeKind::Function {
            return self.syntax_error("'return' outside function", statement.range);
        }
        match &statement.value {
            Some(value) => self.expression(value)?,
            None => self.emit_none(statement.range),
        }
        if !self.unit().blocks.is_empty() {
            let value = self.unit().hidden_local("return");
            self.emit(Instruction::StoreFast(value), statement);
            self.leave_blocks(0, statement.range)?;
            self.emit(Instruction::LoadFast(value), statement);
        }
        self.emit(Instruction::Return, statement);
        Ok(())
    }

    pub(super) fn body(&mut self, body: &'a [Stmt]) -> Compiled<()> {
        body.iter()
            .try_for_each(|statement| self.statement(statement))
    }

    pub(super) fn assert_statement(&mut self, statement: &ast::StmtAssert) -> Compiled<()> {
        let holds = self.jump_if(&statement.test, true)?;
        self.emit(Instruction::LoadAssertionError, statement.test.range());
        if let Some(message) = &statement.msg {
            self.expression(message)?;
            self.emit(Instruction::Call(1), statement.test.range());
        }
        self.emit(Instruction::Raise(1), statement.test.range());
        self.land_all(holds);
        Ok(())
    }
}
