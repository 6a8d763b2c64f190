//! `class`.

use ruff_python_ast as ast;
use ruff_text_size::Ranged;

use super::function::Operands;
use super::scope::Node;
use super::{Compiled, Compiler, docstring};
use crate::bytecode::{CodeFlags, Constant, Instruction};

impl<'a> Compiler<'a> {
    pub(super) fn class_definition(&mut self, class: &'a ast::StmtClassDef) -> Compiled<()> {
        if class.type_params.is_some() {
            return self.unsupported("type parameters are not supported", class.name.range());
        }
        for decorator in &class.decorator_list {
            self.expression(&decorator.expression)?;
        }
        let scope = self.scopes.find(Node::Class, class.range);
        let flags = CodeFlags {
            dict_locals: true,
            ..CodeFlags::default()
        };
        self.open(scope, &class.name, flags, class.range);
        self.unit().doc = docstring(&class.body);
        self.body(&class.body)?;
        self.emit_none(class.range);
        self.emit(Instruction::Return, class.range);
        let code = self.close();
        self.make_function(code, Operands::default(), class.range);
        self.emit_constant(Constant::Str(class.name.as_str().into()), class.range);
        let mut bases = 0;
        let mut keywords = false;
        if let Some(arguments) = &class.arguments {
            for base in &arguments.args {
                if base.is_starred_expr() {
                    return self
                        .unsupported("starred bases of a class are not supported", base.range());
                }
                self.expression(base)?;
                bases += 1;
            }
            keywords = !arguments.keywords.is_empty();
            if keywords {
                self.keyword_dict(&arguments.keywords, class.name.range())?;
            }
        }
        self.emit(Instruction::BuildClass(bases, keywords), class.range);
        for decorator in class.decorator_list.iter().rev() {
            self.emit(Instruction::Call(1), &decorator.expression);
        }
        self.emit_store(&class.name, class.name.range());
        Ok(())
    }
}
