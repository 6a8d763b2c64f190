//! Bytecode read as an expression.

use brooklet_python::Value;
use brooklet_python::value::CodeObject;
use brooklet_python_compiler::bytecode::{BinaryOp, Instruction, UnaryOp};

use crate::column::ColumnType;
use crate::expression::{Expression, Node};

/// How many instructions may be read: what follows a condition is read once for each way there.
const MOST_INSTRUCTIONS: usize = 400;

/// The body of a function of one argument; `None` if it is no expression over numbers.
pub(crate) fn read_function(function: &Value, argument: ColumnType) -> Option<Expression> {
    let Value::Function(function) = function else {
        return None;
    };
    let code = &*function.code;
    let parameters = &code.code.parameters;
    let takes_one = parameters.positional == 1
        && parameters.keyword_only == 0
        && !parameters.rest
        && !parameters.keywords;
    if !takes_one || code.code.flags.generator || !code.code.cells.is_empty() {
        return None;
    }
    let mut locals = vec![None; code.code.locals.len()];
    *locals.first_mut()? = Some(Expression::new(argument, Node::Argument));
    let mut reader = Reader {
        code,
        left: MOST_INSTRUCTIONS,
        divisions: Vec::new(),
    };
    let body = reader.read(0, Vec::new(), locals)?;
    // Python raises also where the result of a division is not used.
    let mut divisions = reader.divisions.iter();
    divisions
        .all(|division| body.contains(division))
        .then_some(body)
}

struct Reader<'a> {
    code: &'a CodeObject,
    left: usize,
    /// The divisions that may be by zero.
    divisions: Vec<Expression>,
}

impl Reader<'_> {
    /// What the function returns when it goes on at an instruction.
    fn read(
        &mut self,
        mut next: usize,
        mut stack: Vec<Expression>,
        mut locals: Vec<Option<Expression>>,
    ) -> Option<Expression> {
        loop {
            self.left = self.left.checked_sub(1)?;
            let instruction = *self.code.code.instructions.get(next)?;
            let here = next;
            next += 1;
            match instruction {
                Instruction::LoadConstant(index) => {
                    stack.push(Expression::constant(&self.code.constants[index as usize])?);
                }
                Instruction::LoadFast(index) => stack.push(locals[index as usize].clone()?),
                Instruction::StoreFast(index) => locals[index as usize] = Some(stack.pop()?),
                Instruction::Pop => {
                    stack.pop()?;
                }
                Instruction::Copy(depth) => {
                    let at = stack.len().checked_sub(depth as usize)?;
                    stack.push(stack[at].clone());
                }
                Instruction::Swap(depth) => {
                    let (top, at) = (stack.len() - 1, stack.len().checked_sub(depth as usize)?);
                    stack.swap(top, at);
                }
                Instruction::Unary(op) => {
                    let operand = stack.pop()?;
                    stack.push(match op {
                        UnaryOp::Not => operand.negated(),
                        UnaryOp::Negative => operand.negative(),
                        UnaryOp::Positive | UnaryOp::Invert => return None,
                    });
                }
                // Numbers do not change in place.
                Instruction::Binary(op) | Instruction::InPlace(op) => {
                    let right = stack.pop()?;
                    let left = stack.pop()?;
                    let is_safe = right.is_never_zero();
                    let result = Expression::arithmetic(op, left, right)?;
                    if !is_safe && is_division(op) {
                        self.divisions.push(result.clone());
                    }
                    stack.push(result);
                }
                Instruction::Compare(op) => {
                    let right = stack.pop()?;
                    let left = stack.pop()?;
                    stack.push(Expression::compare(op, left, right));
                }
                Instruction::Jump(target) if target as usize > here => next = target as usize,
                Instruction::JumpIfFalse(target) | Instruction::JumpIfTrue(target)
                    if target as usize > here =>
                {
                    let condition = stack.pop()?;
                    let on = self.read(next, stack.clone(), locals.clone())?;
                    let away = self.read(target as usize, stack, locals)?;
                    let is_true = matches!(instruction, Instruction::JumpIfTrue(_));
                    let (then, otherwise) = if is_true { (away, on) } else { (on, away) };
                    return Expression::choose(condition, then, otherwise);
                }
                Instruction::JumpIfFalseOrPop(target) | Instruction::JumpIfTrueOrPop(target)
                    if target as usize > here =>
                {
                    let away = self.read(target as usize, stack.clone(), locals.clone())?;
                    let condition = stack.pop()?;
                    let on = self.read(next, stack, locals)?;
                    let is_true = matches!(instruction, Instruction::JumpIfTrueOrPop(_));
                    let (then, otherwise) = if is_true { (away, on) } else { (on, away) };
                    return Expression::choose(condition, then, otherwise);
                }
                Instruction::Return => return stack.pop(),
                _ => return None,
            }
        }
    }
}

fn is_division(op: BinaryOp) -> bool {
    matches!(
        op,
        BinaryOp::Divide | BinaryOp::FloorDivide | BinaryOp::Modulo
    )
}
