//! Expressions over a column: a loop an operator.

use std::borrow::Cow;

use brooklet_python_compiler::bytecode::{BinaryOp, CompareOp};
use brooklet_python_text::numeric::float_division::divide_with_remainder;
use brooklet_python_text::numeric::integer::{floor_divide, modulo};

use crate::column::Column;
use crate::expression::{Expression, Node};

/// A float holds each int up to here, in absolute value.
const MOST_EXACT: u64 = 1 << 53;

/// The values of an expression for a column of arguments; `None` as [`crate::Kernel::run`] says.
pub(crate) fn evaluate(expression: &Expression, arguments: &Column) -> Option<Column> {
    Some(values(expression, arguments)?.into_owned())
}

fn values<'a>(expression: &Expression, arguments: &'a Column) -> Option<Cow<'a, Column>> {
    let count = arguments.len();
    let made = match &expression.node {
        Node::Argument => return Some(Cow::Borrowed(arguments)),
        Node::Int(number) => Column::Ints(vec![*number; count]),
        Node::Float(number) => Column::Floats(vec![*number; count]),
        Node::Bool(truth) => Column::Bools(vec![*truth; count]),
        Node::ToInt(operand) => match &*values(operand, arguments)? {
            Column::Bools(truths) => {
                Column::Ints(truths.iter().map(|truth| i64::from(*truth)).collect())
            }
            _ => return None,
        },
        Node::ToFloat(operand) => match &*values(operand, arguments)? {
            Column::Ints(numbers) => Column::Floats(to_floats(numbers)?),
            _ => return None,
        },
        Node::Truth(operand) => Column::Bools(values(operand, arguments)?.truths()),
        Node::Not(operand) => {
            let truths = values(operand, arguments)?.truths();
            Column::Bools(truths.into_iter().map(|truth| !truth).collect())
        }
        Node::Negative(operand) => match &*values(operand, arguments)? {
            Column::Ints(numbers) => Column::Ints(checked(
                numbers.iter().map(|number| number.overflowing_neg()),
            )?),
            Column::Floats(numbers) => {
                Column::Floats(numbers.iter().map(|number| -number).collect())
            }
            Column::Bools(_) => return None,
        },
        Node::Arithmetic(op, left, right) => {
            match (&*values(left, arguments)?, &*values(right, arguments)?) {
                (Column::Ints(left), Column::Ints(right)) => of_ints(*op, left, right)?,
                (Column::Floats(left), Column::Floats(right)) => {
                    Column::Floats(of_floats(*op, left, right)?)
                }
                _ => return None,
            }
        }
        Node::Compare(op, left, right) => Column::Bools(
            match (&*values(left, arguments)?, &*values(right, arguments)?) {
                (Column::Ints(left), Column::Ints(right)) => compare(*op, left, right),
                (Column::Floats(left), Column::Floats(right)) => compare(*op, left, right),
                _ => return None,
            },
        ),
        // Both sides are worked out for all arguments: where one fails for an argument that the
        // condition keeps from it, the machine does the work that it need not have done.
        Node::Choose(condition, then, otherwise) => {
            let condition = values(condition, arguments)?.truths();
            match (&*values(then, arguments)?, &*values(otherwise, arguments)?) {
                (Column::Ints(then), Column::Ints(otherwise)) => {
                    Column::Ints(choose(&condition, then, otherwise))
                }
                (Column::Floats(then), Column::Floats(otherwise)) => {
                    Column::Floats(choose(&condition, then, otherwise))
                }
                (Column::Bools(then), Column::Bools(otherwise)) => {
                    Column::Bools(choose(&condition, then, otherwise))
                }
                _ => return None,
            }
        }
    };
    Some(Cow::Owned(made))
}

/// The results of operations that each also say whether they failed; `None` if one did.
fn checked<U>(results: impl Iterator<Item = (U, bool)>) -> Option<Vec<U>> {
    let mut failed = false;
    let results = results
        .map(|(result, fails)| {
            failed |= fails;
            result
        })
        .collect();
    (!failed).then_some(results)
}

fn checked_pairs<T: Copy, U>(
    left: &[T],
    right: &[T],
    operation: impl Fn(T, T) -> (U, bool),
) -> Option<Vec<U>> {
    let pairs = left.iter().zip(right);
    checked(pairs.map(|(left, right)| operation(*left, *right)))
}

fn pairs<T: Copy, U>(left: &[T], right: &[T], operation: impl Fn(T, T) -> U) -> Vec<U> {
    let pairs = left.iter().zip(right);
    pairs
        .map(|(left, right)| operation(*left, *right))
        .collect()
}

fn to_floats(numbers: &[i64]) -> Option<Vec<f64>> {
    let results = numbers.iter();
    checked(results.map(|number| (*number as f64, number.unsigned_abs() > MOST_EXACT)))
}

fn of_ints(op: BinaryOp, left: &[i64], right: &[i64]) -> Option<Column> {
    Some(Column::Ints(match op {
        BinaryOp::Add => checked_pairs(left, right, i64::overflowing_add)?,
        BinaryOp::Subtract => checked_pairs(left, right, i64::overflowing_sub)?,
        BinaryOp::Multiply => checked_pairs(left, right, multiply)?,
        BinaryOp::FloorDivide => checked_pairs(left, right, |a, b| {
            let quotient = if b == 0 { None } else { floor_divide(a, b) };
            (quotient.unwrap_or_default(), quotient.is_none())
        })?,
        BinaryOp::Modulo => checked_pairs(left, right, |a, b| {
            if b == 0 {
                (0, true)
            } else {
                (modulo(a, b), false)
            }
        })?,
        BinaryOp::And => pairs(left, right, |a, b| a & b),
        BinaryOp::Or => pairs(left, right, |a, b| a | b),
        BinaryOp::Xor => pairs(left, right, |a, b| a ^ b),
        BinaryOp::Divide => {
            return of_floats(op, &to_floats(left)?, &to_floats(right)?).map(Column::Floats);
        }
        _ => return None,
    }))
}

/// WebAssembly has no multiplication that tells of an overflow; small factors have none.
fn multiply(a: i64, b: i64) -> (i64, bool) {
    let is_small = |number: i64| number == i64::from(number as i32);
    if is_small(a) && is_small(b) {
        (a * b, false)
    } else {
        a.overflowing_mul(b)
    }
}

fn of_floats(op: BinaryOp, left: &[f64], right: &[f64]) -> Option<Vec<f64>> {
    match op {
        BinaryOp::Add => Some(pairs(left, right, |a, b| a + b)),
        BinaryOp::Subtract => Some(pairs(left, right, |a, b| a - b)),
        BinaryOp::Multiply => Some(pairs(left, right, |a, b| a * b)),
        BinaryOp::Divide => checked_pairs(left, right, |a, b| (a / b, b == 0.0)),
        BinaryOp::FloorDivide => checked_pairs(left, right, |a, b| {
            (divide_with_remainder(a, b).0, b == 0.0)
        }),
        BinaryOp::Modulo => checked_pairs(left, right, |a, b| {
            (divide_with_remainder(a, b).1, b == 0.0)
        }),
        _ => None,
    }
}

fn compare<T: Copy + PartialOrd>(op: CompareOp, left: &[T], right: &[T]) -> Vec<bool> {
    match op {
        CompareOp::Less => pairs(left, right, |a, b| a < b),
        CompareOp::LessEqual => pairs(left, right, |a, b| a <= b),
        CompareOp::Equal => pairs(left, right, |a, b| a == b),
        CompareOp::NotEqual => pairs(left, right, |a, b| a != b),
        CompareOp::Greater => pairs(left, right, |a, b| a > b),
        CompareOp::GreaterEqual => pairs(left, right, |a, b| a >= b),
    }
}

fn choose<T: Copy>(condition: &[bool], then: &[T], otherwise: &[T]) -> Vec<T> {
    let sides = then.iter().zip(otherwise);
    let chosen = condition.iter().zip(sides);
    chosen
        .map(|(condition, (then, otherwise))| if *condition { *then } else { *otherwise })
        .collect()
}
