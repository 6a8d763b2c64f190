//! `try` and `with`.

use ruff_python_ast::{self as ast, ExceptHandler};
use ruff_text_size::{Ranged, TextRange};

use super::unwind::BlockKind;
use super::{Compiled, Compiler};
use crate::bytecode::Instruction;

/// The class of the library that carries `except*` out; no program can write such a name.
const GROUP_HANDLING: &str = "except*";

impl<'a> Compiler<'a> {
    pub(super) fn try_statement(&mut self, statement: &'a ast::StmtTry) -> Compiled<()> {
        if statement.finalbody.is_empty() {
            return self.try_except(statement);
        }
        let start = self.unit().here();
        self.push_block(BlockKind::Finally(&statement.finalbody));
        if statement.handlers.is_empty() {
            self.body(&statement.body)?;
        } else {
            self.try_except(statement)?;
        }
        let end = self.unit().here();
        let block = self.pop_block();
        self.body(&statement.finalbody)?;
        let over = self.emit_jump(Instruction::Jump, statement);
        let handler = self.unit().here();
        self.unit().protect(start, end, &block.excluded, handler);
        self.emit(Instruction::EnterHandler, statement);
        self.push_block(BlockKind::Handler {
            value_on_stack: true,
        });
        self.unit().depth += 1;
        self.unit().handled += 1;
        self.body(&statement.finalbody)?;
        self.unit().depth -= 1;
        self.unit().handled -= 1;
        self.pop_block();
        self.emit(Instruction::Reraise, statement);
        self.land(over);
        Ok(())
    }

    fn try_except(&mut self, statement: &'a ast::StmtTry) -> Compiled<()> {
        let start = self.unit().here();
        self.push_block(BlockKind::Guard);
        self.body(&statement.body)?;
        let block = self.pop_block();
        let end = self.unit().here();
        self.body(&statement.orelse)?;
        let mut ends = vec![self.emit_jump(Instruction::Jump, statement)];
        let target = self.unit().here();
        self.unit().protect(start, end, &block.excluded, target);
        self.emit(Instruction::EnterHandler, statement);
        if statement.is_star {
            self.unit().depth += 1;
            self.unit().handled += 1;
            self.group_handlers(statement)?;
            self.unit().handled -= 1;
            self.unit().depth -= 1;
            self.land_all(ends);
            return Ok(());
        }
        for ExceptHandler::ExceptHandler(handler) in &statement.handlers {
            self.unit().handled += 1;
            let next = match &handler.type_ {
                Some(class) => {
                    self.unit().depth += 1;
                    self.expression(class)?;
                    self.unit().depth -= 1;
                    self.emit(Instruction::MatchException, &**class);
                    Some(self.emit_jump(Instruction::JumpIfFalse, handler))
                }
                None => None,
            };
            self.handler_body(handler)?;
            self.unit().handled -= 1;
            ends.push(self.emit_jump(Instruction::Jump, handler));
            if let Some(next) = next {
                self.land(next);
            }
        }
        self.emit(Instruction::Reraise, statement);
        self.land_all(ends);
        Ok(())
    }

    fn handler_body(&mut self, handler: &'a ast::ExceptHandlerExceptHandler) -> Compiled<()> {
        let Some(name) = &handler.name else {
            self.emit(Instruction::Pop, handler);
            self.push_handler_block(BlockKind::Handler {
                value_on_stack: false,
            });
            self.body(&handler.body)?;
            self.pop_block();
            self.emit(Instruction::LeaveHandler, handler);
            return Ok(());
        };
        self.emit_store(name, name.range());
        let start = self.unit().here();
        self.push_handler_block(BlockKind::NamedHandler(&name.id));
        self.body(&handler.body)?;
        let end = self.unit().here();
        let block = self.pop_block();
        self.emit(Instruction::LeaveHandler, handler);
        self.forget_handler_name(name, handler.range);
        let over = self.emit_jump(Instruction::Jump, handler);
        let target = self.unit().here();
        self.unit().protect(start, end, &block.excluded, target);
        self.forget_handler_name(name, handler.range);
        self.emit(Instruction::Reraise, handler);
        self.land(over);
        Ok(())
    }

    /// The handlers of `except*`, with the exception on the stack. An object of the library keeps what no
    /// handler took yet and what they raised: called with classes it gives the part that they take,
    /// without arguments it notes the exception being handled, and its `result` is what goes on.
    fn group_handlers(&mut self, statement: &'a ast::StmtTry) -> Compiled<()> {
        let handling = self.unit().name_index(GROUP_HANDLING);
        self.emit(Instruction::LoadGlobal(handling), statement);
        self.emit(Instruction::Call(0), statement);
        self.unit().depth += 1;
        for ExceptHandler::ExceptHandler(handler) in &statement.handlers {
            let Some(class) = &handler.type_ else {
                return self.syntax_error("expected one or more exception types", handler.range);
            };
            self.emit(Instruction::Copy(1), handler);
            self.unit().depth += 1;
            self.expression(class)?;
            self.unit().depth -= 1;
            self.emit(Instruction::Call(1), &**class);
            self.emit(Instruction::Copy(1), handler);
            let untaken = self.emit_jump(Instruction::JumpIfFalse, handler);
            self.emit(Instruction::EnterHandler, handler);
            self.emit_handled(handler);
            let start = self.unit().here();
            self.push_block(BlockKind::GroupHandler);
            self.unit().handled += 1;
            self.body(&handler.body)?;
            self.unit().handled -= 1;
            let block = self.pop_block();
            let end = self.unit().here();
            self.emit(Instruction::LeaveHandler, handler);
            self.forget_handled(handler);
            let over = self.emit_jump(Instruction::Jump, handler);
            let target = self.unit().here();
            self.unit().protect(start, end, &block.excluded, target);
            self.emit(Instruction::EnterHandler, handler);
            self.emit(Instruction::Pop, handler);
            self.emit(Instruction::Copy(1), handler);
            self.emit(Instruction::Call(0), handler);
            self.emit(Instruction::Pop, handler);
            self.emit(Instruction::LeaveHandler, handler);
            self.forget_handled(handler);
            let next = self.emit_jump(Instruction::Jump, handler);
            self.land(untaken);
            self.emit(Instruction::Pop, handler);
            self.land(over);
            self.land(next);
        }
        self.unit().depth -= 1;
        let result = self.unit().name_index("result");
        self.emit(Instruction::LoadAttribute(result), statement);
        self.emit(Instruction::LeaveHandler, statement);
        self.emit(Instruction::Copy(1), statement);
        let settled = self.emit_jump(Instruction::JumpIfFalse, statement);
        self.emit(Instruction::Reraise, statement);
        self.land(settled);
        self.emit(Instruction::Pop, statement);
        self.emit(Instruction::Pop, statement);
        Ok(())
    }

    /// Gives the exception on the stack to the name of its handler.
    fn emit_handled(&mut self, handler: &'a ast::ExceptHandlerExceptHandler) {
        match &handler.name {
            Some(name) => self.emit_store(name, name.range()),
            None => self.emit(Instruction::Pop, handler),
        }
    }

    fn forget_handled(&mut self, handler: &'a ast::ExceptHandlerExceptHandler) {
        if let Some(name) = &handler.name {
            self.forget_handler_name(name, handler.range);
        }
    }

    /// A block whose outside is not handling the exception that its inside handles.
    fn push_handler_block(&mut self, kind: BlockKind<'a>) {
        self.unit().handled -= 1;
        self.push_block(kind);
        self.unit().handled += 1;
    }

    pub(super) fn with_statement(&mut self, statement: &'a ast::StmtWith) -> Compiled<()> {
        self.with_items(statement, 0)
    }

    /// Emits the exit of a `with` whose block ended.
    pub(super) fn exit_with(&mut self, is_async: bool, range: TextRange) {
        if !is_async {
            self.emit(Instruction::ExitWith, range);
            return;
        }
        for _ in 0..3 {
            self.emit_none(range);
        }
        self.emit(Instruction::Call(3), range);
        self.wait(range);
        self.emit(Instruction::Pop, range);
    }

    fn with_items(&mut self, statement: &'a ast::StmtWith, at: usize) -> Compiled<()> {
        let Some(item) = statement.items.get(at) else {
            return self.body(&statement.body);
        };
        let (range, is_async) = (statement.range, statement.is_async);
        self.expression(&item.context_expr)?;
        if is_async {
            self.emit(Instruction::EnterAsyncWith, &item.context_expr);
            self.unit().depth += 1;
            self.wait(item.context_expr.range());
            self.unit().depth -= 1;
        } else {
            self.emit(Instruction::EnterWith, &item.context_expr);
        }
        let start = self.unit().here();
        self.push_block(BlockKind::With { is_async });
        self.unit().depth += 1;
        match &item.optional_vars {
            Some(target) => self.assign(target)?,
            None => self.emit(Instruction::Pop, &item.context_expr),
        }
        self.with_items(statement, at + 1)?;
        let end = self.unit().here();
        let block = self.pop_block();
        self.exit_with(is_async, item.context_expr.range());
        let over = self.emit_jump(Instruction::Jump, range);
        let target = self.unit().here();
        self.unit().protect(start, end, &block.excluded, target);
        self.unit().depth -= 1;
        self.emit(Instruction::EnterHandler, &item.context_expr);
        if is_async {
            self.emit(Instruction::ExitAsyncWithException, &item.context_expr);
            self.wait(item.context_expr.range());
        } else {
            self.emit(Instruction::ExitWithException, &item.context_expr);
        }
        let suppressed = self.emit_jump(Instruction::JumpIfTrue, range);
        self.emit(Instruction::Reraise, &item.context_expr);
        self.land(suppressed);
        self.emit(Instruction::LeaveHandler, range);
        self.emit(Instruction::Pop, range);
        self.emit(Instruction::Pop, range);
        self.land(over);
        Ok(())
    }
}
