//! `def` and `lambda`.

use std::sync::Arc;

use ruff_python_ast as ast;
use ruff_text_size::{Ranged, TextRange};

use super::scope::Node;
use super::{Compiled, Compiler, docstring};
use crate::bytecode::{Code, CodeFlags, Constant, Instruction, Parameters};

impl<'a> Compiler<'a> {
    pub(super) fn function_definition(
        &mut self,
        function: &'a ast::StmtFunctionDef,
    ) -> Compiled<()> {
        if function.type_params.is_some() {
            return self.unsupported("type parameters are not supported", function.name.range());
        }
        for decorator in &function.decorator_list {
            self.expression(&decorator.expression)?;
        }
        let (defaults, keyword_defaults) = self.defaults(&function.parameters)?;
        let annotations = self.annotations(function)?;
        let scope = self.scopes.find(Node::Function, function.range);
        let flags = CodeFlags {
            generator: self.scopes.is_generator(scope),
            asynchronous: function.is_async,
            ..CodeFlags::default()
        };
        self.open(scope, &function.name, flags, function.range);
        self.unit().doc = docstring(&function.body);
        self.unit().parameters = parameters(&function.parameters);
        self.body(&function.body)?;
        // What a function gives when it runs off its end is shown at its last statement.
        let end = function.body.last().map_or(function.range, Ranged::range);
        self.emit_none(end);
        self.emit(Instruction::Return, end);
        let code = self.close();
        let operands = Operands {
            defaults,
            keyword_defaults,
            annotations,
        };
        self.make_function(code, operands, function.range);
        for decorator in function.decorator_list.iter().rev() {
            self.emit(Instruction::Call(1), &decorator.expression);
        }
        self.emit_store(&function.name, function.name.range());
        Ok(())
    }

    /// Emits a dict of the annotations; whether there are any.
    fn annotations(&mut self, function: &ast::StmtFunctionDef) -> Compiled<bool> {
        let parameters = function.parameters.iter();
        let annotated = parameters.filter_map(|it| Some((it.name().as_str(), it.annotation()?)));
        let returns = function
            .returns
            .as_deref()
            .map(|returns| ("return", returns));
        let annotated: Vec<_> = annotated.chain(returns).collect();
        for (name, annotation) in &annotated {
            self.emit_constant(Constant::Str((*name).into()), *annotation);
            self.annotation(annotation)?;
        }
        if !annotated.is_empty() {
            self.emit(Instruction::BuildDict(annotated.len() as u32), function);
        }
        Ok(!annotated.is_empty())
    }

    /// Emits an annotation: its value, or its text where annotations are postponed.
    pub(super) fn annotation(&mut self, annotation: &ast::Expr) -> Compiled<()> {
        if !self.postpones_annotations {
            return self.expression(annotation);
        }
        let text = &self.source.text[std::ops::Range::<usize>::from(annotation.range())];
        let text = Constant::Str(text.into());
        self.emit_constant(text, annotation);
        Ok(())
    }

    pub(super) fn lambda(&mut self, lambda: &ast::ExprLambda) -> Compiled<()> {
        let empty = ast::Parameters::default();
        let declared = lambda.parameters.as_deref().unwrap_or(&empty);
        let (defaults, keyword_defaults) = self.defaults(declared)?;
        let scope = self.scopes.find(Node::Lambda, lambda.range);
        let flags = CodeFlags {
            generator: self.scopes.is_generator(scope),
            ..CodeFlags::default()
        };
        self.open(scope, "<lambda>", flags, lambda.range);
        self.unit().parameters = parameters(declared);
        self.expression(&lambda.body)?;
        self.emit(Instruction::Return, &*lambda.body);
        let code = self.close();
        let operands = Operands {
            defaults,
            keyword_defaults,
            annotations: false,
        };
        self.make_function(code, operands, lambda.range);
        Ok(())
    }

    /// Emits default values; how many by position, and whether there are any by keyword.
    fn defaults(&mut self, parameters: &ast::Parameters) -> Compiled<(u8, bool)> {
        let mut positional = 0;
        for parameter in parameters.posonlyargs.iter().chain(&parameters.args) {
            match &parameter.default {
                Some(default) => {
                    self.expression(default)?;
                    positional += 1;
                }
                None if positional > 0 => {
                    let message = "non-default argument follows default argument";
                    return self.syntax_error(message, parameter.range);
                }
                None => {}
            }
        }
        let mut by_keyword = 0;
        for parameter in &parameters.kwonlyargs {
            if let Some(default) = &parameter.default {
                self.emit_constant(
                    Constant::Str(parameter.parameter.name.as_str().into()),
                    parameter,
                );
                self.expression(default)?;
                by_keyword += 1;
            }
        }
        if by_keyword > 0 {
            self.emit(Instruction::BuildDict(by_keyword), parameters);
        }
        Ok((positional, by_keyword > 0))
    }

    pub(super) fn make_function(&mut self, code: Arc<Code>, operands: Operands, range: TextRange) {
        let code = self.unit().constant(Constant::Code(code)) as u16;
        let Operands {
            defaults,
            keyword_defaults,
            annotations,
        } = operands;
        let make = Instruction::MakeFunction {
            code,
            defaults,
            keyword_defaults,
            annotations,
        };
        self.emit(make, range);
    }
}

/// What a function is made with, on the stack.
#[derive(Default)]
pub(super) struct Operands {
    defaults: u8,
    keyword_defaults: bool,
    annotations: bool,
}

fn parameters(parameters: &ast::Parameters) -> Parameters {
    Parameters {
        positional_only: parameters.posonlyargs.len() as u32,
        positional: (parameters.posonlyargs.len() + parameters.args.len()) as u32,
        keyword_only: parameters.kwonlyargs.len() as u32,
        rest: parameters.vararg.is_some(),
        keywords: parameters.kwarg.is_some(),
    }
}
