//! Statements.

use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;

use super::{Compiled, Compiler};
use crate::bytecode::Instruction;

impl<'a> Compiler<'a> {
    pub(super) fn statement(&mut self, statement: &'a Stmt) -> Compiled<()> {
        match statement {
            Stmt::Expr(statement) => {
                if matches!(&*statement.value, Expr::StringLiteral(_)) {
                    return Ok(());
                }
                self.expression(&statement.value)?;
                self.emit(Instruction::Pop, statement);
                Ok(())
            }
            Stmt::Assign(statement) => self.assign_statement(statement),
            Stmt::AugAssign(statement) => self.augmented_assign(statement),
            Stmt::AnnAssign(statement) => self.annotated_assign(statement),
            Stmt::If(statement) => self.if_statement(statement),
            Stmt::For(statement) => self.for_statement(statement),
            Stmt::While(statement) => self.while_statement(statement),
            Stmt::FunctionDef(statement) => self.function_definition(statement),
            Stmt::ClassDef(statement) => self.class_definition(statement),
            Stmt::Return(statement) => self.return_statement(statement),
            Stmt::With(statement) => self.with_statement(statement),
            Stmt::Try(statement) => self.try_statement(statement),
            Stmt::Raise(statement) => {
                let operands = [&statement.exc, &statement.cause].into_iter().flatten();
                let mut count = 0;
                for operand in operands {
                    self.expression(operand)?;
                    count += 1;
                }
                self.emit(Instruction::Raise(count), statement);
                Ok(())
            }
            Stmt::Assert(statement) => self.assert_statement(statement),
            Stmt::Import(statement) => self.import_statement(statement),
            Stmt::ImportFrom(statement) => self.import_from_statement(statement),
            Stmt::Delete(statement) => statement
                .targets
                .iter()
                .try_for_each(|target| self.delete_target(target)),
            Stmt::Match(statement) => self.match_statement(statement),
            Stmt::Break(_) => self.break_statement(statement.range()),
            Stmt::Continue(_) => self.continue_statement(statement.range()),
            Stmt::Pass(_) | Stmt::Global(_) | Stmt::Nonlocal(_) => Ok(()),
            Stmt::TypeAlias(_) => {
                self.unsupported("'type' statements are not supported", statement.range())
            }
            Stmt::IpyEscapeCommand(_) => self.syntax_error("invalid syntax", statement.range()),
        }
    }
}
