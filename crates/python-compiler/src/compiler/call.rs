//! Calls.

use std::sync::Arc;

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use super::{Compiled, Compiler};
use crate::bytecode::{Constant, Instruction};

impl Compiler<'_> {
    pub(super) fn call(&mut self, call: &ast::ExprCall) -> Compiled<()> {
        let arguments = &call.arguments;
        let mut seen: Vec<&str> = Vec::new();
        for keyword in &arguments.keywords {
            if let Some(name) = &keyword.arg {
                if seen.contains(&name.as_str()) {
                    return self
                        .syntax_error(format!("keyword argument repeated: {name}"), keyword.range);
                }
                seen.push(name);
            }
        }
        let spread = arguments.args.iter().any(Expr::is_starred_expr)
            || arguments
                .keywords
                .iter()
                .any(|keyword| keyword.arg.is_none());
        if spread {
            self.expression(&call.func)?;
            return self.spread_call(arguments, call);
        }
        if arguments.keywords.is_empty()
            && let Expr::Attribute(attribute) = &*call.func
        {
            self.expression(&attribute.value)?;
            let name = self.attribute_index(&attribute.attr);
            self.emit(Instruction::LoadMethod(name), attribute);
            for argument in &arguments.args {
                self.expression(argument)?;
            }
            self.emit(Instruction::CallMethod(arguments.args.len() as u32), call);
            return Ok(());
        }
        self.expression(&call.func)?;
        for argument in &arguments.args {
            self.expression(argument)?;
        }
        if arguments.keywords.is_empty() {
            self.emit(Instruction::Call(arguments.args.len() as u32), call);
            return Ok(());
        }
        for keyword in &arguments.keywords {
            self.expression(&keyword.value)?;
        }
        let names: Arc<[Constant]> = arguments
            .keywords
            .iter()
            .filter_map(|keyword| keyword.arg.as_ref())
            .map(|name| Constant::Str(name.as_str().into()))
            .collect();
        self.emit_constant(Constant::Tuple(names), call);
        self.emit(
            Instruction::CallKeywords((arguments.args.len() + arguments.keywords.len()) as u32),
            call,
        );
        Ok(())
    }

    /// A call with `*` or `**`; the function is on the stack.
    pub(super) fn spread_call(
        &mut self,
        arguments: &ast::Arguments,
        at: impl Ranged + Copy,
    ) -> Compiled<()> {
        if let [Expr::Starred(starred)] = &*arguments.args {
            self.expression(&starred.value)?;
        } else {
            self.argument_tuple(&arguments.args, at)?;
        }
        if !arguments.keywords.is_empty() {
            self.keyword_dict(&arguments.keywords, at)?;
        }
        self.emit(Instruction::CallSpread(!arguments.keywords.is_empty()), at);
        Ok(())
    }

    fn argument_tuple(&mut self, arguments: &[Expr], at: impl Ranged + Copy) -> Compiled<()> {
        self.emit(Instruction::BuildList(0), at);
        for argument in arguments {
            match argument {
                Expr::Starred(starred) => {
                    self.expression(&starred.value)?;
                    self.emit(Instruction::ListExtend(1), at);
                }
                argument => {
                    self.expression(argument)?;
                    self.emit(Instruction::ListAppend(1), at);
                }
            }
        }
        self.emit(Instruction::ListToTuple, at);
        Ok(())
    }

    /// Keyword arguments as a dict.
    pub(super) fn keyword_dict(
        &mut self,
        keywords: &[ast::Keyword],
        at: impl Ranged + Copy,
    ) -> Compiled<()> {
        self.emit(Instruction::BuildDict(0), at);
        for keyword in keywords {
            match &keyword.arg {
                Some(name) => {
                    self.emit_constant(Constant::Str(name.as_str().into()), at);
                    self.expression(&keyword.value)?;
                    self.emit(Instruction::BuildDict(1), at);
                }
                None => self.expression(&keyword.value)?,
            }
            self.emit(Instruction::DictMerge(1), at);
        }
        Ok(())
    }
}
