//! Expressions.

use std::sync::Arc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;
use ruff_python_ast::{self as ast, Expr, Number};
use ruff_text_size::{Ranged, TextRange};

use super::scope::ScopeKind;
use super::{Compiled, Compiler};
use crate::bytecode::{BinaryOp, CompareOp, Constant, Instruction, UnaryOp};

pub(super) fn binary_operator(operator: ast::Operator) -> BinaryOp {
    match operator {
        ast::Operator::Add => BinaryOp::Add,
        ast::Operator::Sub => BinaryOp::Subtract,
        ast::Operator::Mult => BinaryOp::Multiply,
        ast::Operator::MatMult => BinaryOp::MatMultiply,
        ast::Operator::Div => BinaryOp::Divide,
        ast::Operator::FloorDiv => BinaryOp::FloorDivide,
        ast::Operator::Mod => BinaryOp::Modulo,
        ast::Operator::Pow => BinaryOp::Power,
        ast::Operator::LShift => BinaryOp::LeftShift,
        ast::Operator::RShift => BinaryOp::RightShift,
        ast::Operator::BitAnd => BinaryOp::And,
        ast::Operator::BitOr => BinaryOp::Or,
        ast::Operator::BitXor => BinaryOp::Xor,
    }
}

fn comparison(operator: ast::CmpOp) -> Instruction {
    match operator {
        ast::CmpOp::Eq => Instruction::Compare(CompareOp::Equal),
        ast::CmpOp::NotEq => Instruction::Compare(CompareOp::NotEqual),
        ast::CmpOp::Lt => Instruction::Compare(CompareOp::Less),
        ast::CmpOp::LtE => Instruction::Compare(CompareOp::LessEqual),
        ast::CmpOp::Gt => Instruction::Compare(CompareOp::Greater),
        ast::CmpOp::GtE => Instruction::Compare(CompareOp::GreaterEqual),
        ast::CmpOp::Is => Instruction::Is(false),
        ast::CmpOp::IsNot => Instruction::Is(true),
        ast::CmpOp::In => Instruction::Contains(false),
        ast::CmpOp::NotIn => Instruction::Contains(true),
    }
}

impl Compiler<'_> {
    pub(super) fn emit_constant(&mut self, constant: Constant, at: impl Ranged) {
        let index = self.unit().constant(constant);
        self.emit(Instruction::LoadConstant(index), at);
    }

    pub(super) fn emit_none(&mut self, at: impl Ranged) {
        self.emit_constant(Constant::None, at);
    }

    /// The constant that an expression is, if it is one.
    fn constant_of(&self, expression: &Expr) -> Option<Constant> {
        Some(match expression {
            Expr::NoneLiteral(_) => Constant::None,
            Expr::EllipsisLiteral(_) => Constant::Ellipsis,
            Expr::BooleanLiteral(literal) => Constant::Bool(literal.value),
            Expr::NumberLiteral(literal) => match &literal.value {
                Number::Int(value) => match value.as_i64() {
                    Some(value) => Constant::Int(value),
                    None => {
                        let digits = value.to_string().replace('_', "");
                        let (digits, radix) = match digits.as_bytes() {
                            [b'0', b'x' | b'X', ..] => (&digits[2..], 16),
                            [b'0', b'o' | b'O', ..] => (&digits[2..], 8),
                            [b'0', b'b' | b'B', ..] => (&digits[2..], 2),
                            _ => (&digits[..], 10),
                        };
                        Constant::BigInt(Arc::new(BigInt::parse_bytes(digits.as_bytes(), radix)?))
                    }
                },
                Number::Float(value) => Constant::Float(*value),
                Number::Complex { imag, .. } => Constant::Imaginary(*imag),
            },
            Expr::StringLiteral(literal) => Constant::Str(literal.value.to_str().into()),
            Expr::BytesLiteral(literal) => Constant::Bytes(literal.value.bytes().collect()),
            Expr::UnaryOp(operation) if operation.op == ast::UnaryOp::USub => {
                match self.constant_of(&operation.operand)? {
                    Constant::Int(value) => Constant::Int(value.checked_neg()?),
                    Constant::Float(value) => Constant::Float(-value),
                    Constant::BigInt(value) => {
                        let negative = -(*value).clone();
                        match negative.to_i64() {
                            Some(small) => Constant::Int(small),
                            None => Constant::BigInt(Arc::new(negative)),
                        }
                    }
                    _ => return None,
                }
            }
            Expr::Tuple(tuple) => {
                let items: Option<Vec<Constant>> = tuple
                    .elts
                    .iter()
                    .map(|item| self.constant_of(item))
                    .collect();
                Constant::Tuple(items?.into())
            }
            _ => return None,
        })
    }

    pub(super) fn expression(&mut self, expression: &Expr) -> Compiled<()> {
        if let Some(constant) = self.constant_of(expression) {
            self.emit_constant(constant, expression);
            return Ok(());
        }
        match expression {
            Expr::Name(name) => self.emit_load(&name.id, expression),
            Expr::BinOp(operation) => {
                self.expression(&operation.left)?;
                self.expression(&operation.right)?;
                self.emit(
                    Instruction::Binary(binary_operator(operation.op)),
                    expression,
                );
            }
            Expr::UnaryOp(operation) => {
                self.expression(&operation.operand)?;
                let operator = match operation.op {
                    ast::UnaryOp::Not => UnaryOp::Not,
                    ast::UnaryOp::USub => UnaryOp::Negative,
                    ast::UnaryOp::UAdd => UnaryOp::Positive,
                    ast::UnaryOp::Invert => UnaryOp::Invert,
                };
                self.emit(Instruction::Unary(operator), expression);
            }
            Expr::BoolOp(operation) => self.bool_operation(operation)?,
            Expr::Compare(compare) => self.compare(compare)?,
            Expr::If(conditional) => {
                let other = self.jump_if(&conditional.test, false)?;
                self.expression(&conditional.body)?;
                let end = self.emit_jump(Instruction::Jump, expression);
                self.land_all(other);
                self.expression(&conditional.orelse)?;
                self.land(end);
            }
            Expr::Named(named) => {
                self.expression(&named.value)?;
                self.emit(Instruction::Copy(1), expression);
                self.assign(&named.target)?;
            }
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value)?;
                let name = self.attribute_index(&attribute.attr);
                self.emit(Instruction::LoadAttribute(name), expression);
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value)?;
                self.expression(&subscript.slice)?;
                self.emit(Instruction::GetItem, expression);
            }
            Expr::Slice(slice) => self.slice(slice)?,
            Expr::Call(call) => self.call(call)?,
            Expr::List(list) => self.sequence(&list.elts, Instruction::BuildList, list.range)?,
            Expr::Set(set) => self.set_display(set)?,
            Expr::Tuple(tuple) => self.tuple_display(tuple)?,
            Expr::Dict(dict) => self.dict_display(dict)?,
            Expr::Lambda(lambda) => self.lambda(lambda)?,
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                self.comprehension(expression)?;
            }
            Expr::FString(text) => self.format_string(text)?,
            Expr::Yield(node) => {
                match &node.value {
                    Some(value) => self.expression(value)?,
                    None => self.emit_none(node.range),
                }
                self.check_yield(node.range)?;
                self.emit(Instruction::Yield, expression);
            }
            Expr::YieldFrom(node) => {
                self.expression(&node.value)?;
                self.check_yield(node.range)?;
                self.emit(Instruction::GetIterator, expression);
                self.emit_none(node.range);
                self.emit(Instruction::YieldFrom, expression);
            }
            Expr::Starred(starred) => {
                return self.syntax_error("can't use starred expression here", starred.range);
            }
            Expr::Await(node) => {
                self.expression(&node.value)?;
                self.wait(node.range);
            }
            Expr::TString(node) => {
                return self.unsupported("t-strings are not supported", node.range);
            }
            Expr::IpyEscapeCommand(node) => return self.syntax_error("invalid syntax", node.range),
            _ => return self.syntax_error("invalid syntax", expression.range()),
        }
        Ok(())
    }

    /// Waits for the value on the stack, as `await` does.
    pub(super) fn wait(&mut self, range: TextRange) {
        self.emit(Instruction::GetAwaitable, range);
        self.emit_none(range);
        self.emit(Instruction::YieldFrom, range);
    }

    fn check_yield(&mut self, range: TextRange) -> Compiled<()> {
        let scope = self.unit().scope;
        if self.scopes.kind(scope) == ScopeKind::Function {
            return Ok(());
        }
        self.syntax_error("'yield' outside function", range)
    }

    fn bool_operation(&mut self, operation: &ast::ExprBoolOp) -> Compiled<()> {
        let jump = match operation.op {
            ast::BoolOp::And => Instruction::JumpIfFalseOrPop,
            ast::BoolOp::Or => Instruction::JumpIfTrueOrPop,
        };
        let (last, others) = operation
            .values
            .split_last()
            .expect("a bool operation has operands");
        let mut ends = Vec::new();
        for value in others {
            self.expression(value)?;
            ends.push(self.emit_jump(jump, operation));
        }
        self.expression(last)?;
        self.land_all(ends);
        Ok(())
    }

    fn compare(&mut self, compare: &ast::ExprCompare) -> Compiled<()> {
        self.expression(&compare.left)?;
        let pairs: Vec<_> = compare.ops.iter().zip(&compare.comparators).collect();
        let (last, others) = pairs.split_last().expect("a comparison has an operator");
        let mut early = Vec::new();
        for (operator, right) in others {
            self.expression(right)?;
            self.emit(Instruction::Swap(2), compare);
            self.emit(Instruction::Copy(2), compare);
            self.emit(comparison(**operator), compare);
            early.push(self.emit_jump(Instruction::JumpIfFalseOrPop, compare));
        }
        self.expression(last.1)?;
        self.emit(comparison(*last.0), compare);
        if !early.is_empty() {
            let end = self.emit_jump(Instruction::Jump, compare);
            self.land_all(early);
            self.emit(Instruction::Swap(2), compare);
            self.emit(Instruction::Pop, compare);
            self.land(end);
        }
        Ok(())
    }

    fn slice(&mut self, slice: &ast::ExprSlice) -> Compiled<()> {
        for bound in [&slice.lower, &slice.upper] {
            match bound {
                Some(bound) => self.expression(bound)?,
                None => self.emit_none(slice.range),
            }
        }
        let mut parts = 2;
        if let Some(step) = &slice.step {
            self.expression(step)?;
            parts = 3;
        }
        self.emit(Instruction::BuildSlice(parts), slice);
        Ok(())
    }

    /// Items on the stack, gathered by `build`; with stars, always a list.
    fn sequence(
        &mut self,
        items: &[Expr],
        build: fn(u32) -> Instruction,
        range: TextRange,
    ) -> Compiled<()> {
        if !items.iter().any(Expr::is_starred_expr) {
            for item in items {
                self.expression(item)?;
            }
            self.emit(build(items.len() as u32), range);
            return Ok(());
        }
        self.emit(Instruction::BuildList(0), range);
        for item in items {
            match item {
                Expr::Starred(starred) => {
                    self.expression(&starred.value)?;
                    self.emit(Instruction::ListExtend(1), &*starred.value);
                }
                item => {
                    self.expression(item)?;
                    self.emit(Instruction::ListAppend(1), item);
                }
            }
        }
        Ok(())
    }

    fn set_display(&mut self, set: &ast::ExprSet) -> Compiled<()> {
        if set.elts.len() > 2 && set.elts.iter().all(|item| self.constant_of(item).is_some()) {
            return self.sequence(&set.elts, Instruction::BuildSetOfConstants, set.range);
        }
        if !set.elts.iter().any(Expr::is_starred_expr) {
            return self.sequence(&set.elts, Instruction::BuildSet, set.range);
        }
        self.emit(Instruction::BuildSet(0), set);
        for item in &set.elts {
            match item {
                Expr::Starred(starred) => {
                    self.expression(&starred.value)?;
                    self.emit(Instruction::SetUpdate(1), set);
                }
                item => {
                    self.expression(item)?;
                    self.emit(Instruction::SetAdd(1), set);
                }
            }
        }
        Ok(())
    }

    fn tuple_display(&mut self, tuple: &ast::ExprTuple) -> Compiled<()> {
        self.sequence(&tuple.elts, Instruction::BuildTuple, tuple.range)?;
        if tuple.elts.iter().any(Expr::is_starred_expr) {
            self.emit(Instruction::ListToTuple, tuple);
        }
        Ok(())
    }

    fn dict_display(&mut self, dict: &ast::ExprDict) -> Compiled<()> {
        let plain = dict.items.iter().all(|item| item.key.is_some()) && dict.items.len() < 64;
        if !plain {
            self.emit(Instruction::BuildDict(0), dict);
        }
        for item in &dict.items {
            match &item.key {
                Some(key) => {
                    self.expression(key)?;
                    self.expression(&item.value)?;
                    if !plain {
                        self.emit(Instruction::DictAdd(1), dict);
                    }
                }
                None => {
                    self.expression(&item.value)?;
                    self.emit(Instruction::DictUpdate(1), &item.value);
                }
            }
        }
        if plain {
            self.emit(Instruction::BuildDict(dict.items.len() as u32), dict);
        }
        Ok(())
    }
}
