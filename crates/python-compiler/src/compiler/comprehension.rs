//! Comprehensions and generator expressions: functions of their first iterable.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use super::function::Operands;
use super::scope::Node;
use super::{Compiled, Compiler};
use crate::bytecode::{CodeFlags, Instruction, Parameters};

impl Compiler<'_> {
    pub(super) fn comprehension(&mut self, expression: &Expr) -> Compiled<()> {
        let (name, generators) = match expression {
            Expr::ListComp(node) => ("<listcomp>", &node.generators),
            Expr::SetComp(node) => ("<setcomp>", &node.generators),
            Expr::DictComp(node) => ("<dictcomp>", &node.generators),
            Expr::Generator(node) => ("<genexpr>", &node.generators),
            _ => return self.syntax_error("invalid syntax", expression.range()),
        };
        let scope = self.scopes.find(Node::Comprehension, expression.range());
        let lazy = matches!(expression, Expr::Generator(_));
        let asynchronous = self.scopes.is_asynchronous(scope);
        let flags = CodeFlags {
            generator: lazy,
            asynchronous,
            ..CodeFlags::default()
        };
        self.open(scope, name, flags, expression.range());
        self.unit().parameters = Parameters {
            positional_only: 1,
            positional: 1,
            ..Parameters::default()
        };
        match expression {
            Expr::ListComp(_) => self.emit(Instruction::BuildList(0), expression),
            Expr::SetComp(_) => self.emit(Instruction::BuildSet(0), expression),
            Expr::DictComp(_) => self.emit(Instruction::BuildDict(0), expression),
            _ => {}
        }
        if !lazy {
            self.unit().depth += 1;
        }
        self.loops(expression, generators, 0)?;
        if lazy {
            self.emit_none(expression);
        }
        self.emit(Instruction::Return, expression);
        let code = self.close();
        self.make_function(code, Operands::default(), expression.range());
        self.iterator(&generators[0])?;
        self.emit(Instruction::Call(1), expression);
        if asynchronous && !lazy {
            self.wait(expression.range());
        }
        Ok(())
    }

    fn iterator(&mut self, generator: &ast::Comprehension) -> Compiled<()> {
        self.expression(&generator.iter)?;
        let get = match generator.is_async {
            true => Instruction::GetAsyncIterator,
            false => Instruction::GetIterator,
        };
        self.emit(get, &generator.iter);
        Ok(())
    }

    fn loops(
        &mut self,
        expression: &Expr,
        generators: &[ast::Comprehension],
        at: usize,
    ) -> Compiled<()> {
        let generator = &generators[at];
        if at == 0 {
            self.emit_load(".0", &generator.iter);
        } else {
            self.iterator(generator)?;
        }
        self.unit().depth += 1;
        let start = self.unit().here();
        let end = match generator.is_async {
            true => {
                self.async_next(generator.iter.range());
                None
            }
            false => Some(self.emit_jump(Instruction::ForEach, &generator.iter)),
        };
        let after = self.unit().here();
        self.assign(&generator.target)?;
        let mut skips = Vec::new();
        for test in &generator.ifs {
            skips.extend(self.jump_if(test, false)?);
        }
        if at + 1 < generators.len() {
            self.loops(expression, generators, at + 1)?;
        } else {
            let depth = generators.len() as u32 + 1;
            match expression {
                Expr::ListComp(node) => {
                    self.expression(&node.elt)?;
                    self.emit(Instruction::ListAppend(depth), &*node.elt);
                }
                Expr::SetComp(node) => {
                    self.expression(&node.elt)?;
                    self.emit(Instruction::SetAdd(depth), &*node.elt);
                }
                Expr::DictComp(node) => {
                    self.expression(&node.key)?;
                    self.expression(&node.value)?;
                    self.emit(Instruction::DictAdd(depth), &*node.key);
                }
                Expr::Generator(node) => {
                    self.expression(&node.elt)?;
                    self.emit(Instruction::Yield, &*node.elt);
                    self.emit(Instruction::Pop, &*node.elt);
                }
                _ => {}
            }
        }
        for skip in skips {
            self.unit().land_at(skip, start);
        }
        self.emit(Instruction::Jump(start), &generator.iter);
        match end {
            Some(end) => self.land(end),
            None => self.end_async_loop(start, after, generator.iter.range()),
        }
        self.unit().depth -= 1;
        Ok(())
    }
}
