//! Expressions with types, and the functions that they are the bodies of.

use brooklet_python::Value;
use brooklet_python_compiler::bytecode::{BinaryOp, CompareOp};

use crate::column::{Column, ColumnType};
use crate::evaluate::evaluate;
use crate::read_code::read_function;

/// A function of one number.
///
/// ```
/// use brooklet_kernel::{Column, ColumnType, Kernel};
/// # use std::rc::Rc;
/// # use brooklet_python::{Vm, vm::SilentHost};
/// # use brooklet_python_compiler::compiler::compile;
/// # let mut vm = Vm::new(Rc::new(SilentHost));
/// # let code = compile("odd = lambda x: x * 2 + 1\n", "example.py").unwrap();
/// # let function = vm.run_to_end(&code).unwrap().get_str("odd").unwrap();
/// // function is lambda x: x * 2 + 1
/// let kernel = Kernel::of(&function, ColumnType::Int).unwrap();
/// assert_eq!(kernel.run(&Column::Ints(vec![0, 1, 2])), Some(Column::Ints(vec![1, 3, 5])));
/// // This result is no int of 64 bits, so the machine must make it.
/// assert_eq!(kernel.run(&Column::Ints(vec![i64::MAX])), None);
/// ```
pub struct Kernel {
    body: Expression,
}

impl Kernel {
    /// The kernel of a Python function for arguments of that type; `None` if it does anything but
    /// calculate with its one argument and constants.
    pub fn of(function: &Value, argument: ColumnType) -> Option<Kernel> {
        read_function(function, argument).map(|body| Kernel { body })
    }

    /// What it gives.
    pub fn result_type(&self) -> ColumnType {
        self.body.column_type
    }

    /// Its values for a column of arguments of its type; `None` if Python's answer for one of them
    /// is an exception or a number that a column does not hold, or may be.
    pub fn run(&self, arguments: &Column) -> Option<Column> {
        evaluate(&self.body, arguments)
    }
}

/// An expression and the type of its values.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Expression {
    pub(crate) column_type: ColumnType,
    pub(crate) node: Node,
}

/// What an expression is. Operands have the types that their place asks for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    /// The function's argument.
    Argument,
    Int(i64),
    Float(f64),
    Bool(bool),
    /// A bool as an int.
    ToInt(Box<Expression>),
    /// An int as a float.
    ToFloat(Box<Expression>),
    /// Whether Python takes it for true.
    Truth(Box<Expression>),
    Not(Box<Expression>),
    Negative(Box<Expression>),
    /// Of two ints or two floats.
    Arithmetic(BinaryOp, Box<Expression>, Box<Expression>),
    /// Of two ints or two floats.
    Compare(CompareOp, Box<Expression>, Box<Expression>),
    /// The second where the first is true, the third elsewhere.
    Choose(Box<Expression>, Box<Expression>, Box<Expression>),
}

impl Expression {
    pub(crate) fn new(column_type: ColumnType, node: Node) -> Expression {
        Expression { column_type, node }
    }

    pub(crate) fn constant(value: &Value) -> Option<Expression> {
        match value {
            Value::Int(number) => Some(Expression::new(ColumnType::Int, Node::Int(*number))),
            Value::Float(number) => Some(Expression::new(ColumnType::Float, Node::Float(*number))),
            Value::Bool(truth) => Some(Expression::new(ColumnType::Bool, Node::Bool(*truth))),
            _ => None,
        }
    }

    /// Whether Python takes it for true.
    pub(crate) fn truth(self) -> Expression {
        match self.column_type {
            ColumnType::Bool => self,
            _ => Expression::new(ColumnType::Bool, Node::Truth(Box::new(self))),
        }
    }

    pub(crate) fn negated(self) -> Expression {
        Expression::new(ColumnType::Bool, Node::Not(Box::new(self.truth())))
    }

    /// `-x`.
    pub(crate) fn negative(self) -> Expression {
        let operand = self.number();
        Expression::new(operand.column_type, Node::Negative(Box::new(operand)))
    }

    /// `left op right`; `None` where two numbers have no such operator that loops here.
    pub(crate) fn arithmetic(
        op: BinaryOp,
        left: Expression,
        right: Expression,
    ) -> Option<Expression> {
        use BinaryOp::{Add, And, Divide, FloorDivide, Modulo, Multiply, Or, Subtract, Xor};
        // Two truth values give a truth value.
        if left.column_type == ColumnType::Bool
            && right.column_type == ColumnType::Bool
            && matches!(op, And | Or | Xor)
        {
            return None;
        }
        let (left, right) = alike(left, right);
        let column_type = match (op, left.column_type) {
            (Divide, _) => ColumnType::Float,
            (Add | Subtract | Multiply | FloorDivide | Modulo, operands) => operands,
            (And | Or | Xor, ColumnType::Int) => ColumnType::Int,
            _ => return None,
        };
        let node = Node::Arithmetic(op, Box::new(left), Box::new(right));
        Some(Expression::new(column_type, node))
    }

    pub(crate) fn compare(op: CompareOp, left: Expression, right: Expression) -> Expression {
        let (left, right) = alike(left, right);
        let node = Node::Compare(op, Box::new(left), Box::new(right));
        Expression::new(ColumnType::Bool, node)
    }

    /// `then if condition else otherwise`; `None` where these have different types.
    pub(crate) fn choose(
        condition: Expression,
        then: Expression,
        otherwise: Expression,
    ) -> Option<Expression> {
        if then.column_type != otherwise.column_type {
            return None;
        }
        let column_type = then.column_type;
        let condition = Box::new(condition.truth());
        let node = Node::Choose(condition, Box::new(then), Box::new(otherwise));
        Some(Expression::new(column_type, node))
    }

    /// Whether it is zero for no argument, being a constant.
    pub(crate) fn is_never_zero(&self) -> bool {
        match self.node {
            Node::Int(number) => number != 0,
            Node::Float(number) => number != 0.0,
            Node::Bool(truth) => truth,
            _ => false,
        }
    }

    /// Whether working it out works out `part` too.
    pub(crate) fn contains(&self, part: &Expression) -> bool {
        let within = match &self.node {
            Node::Argument | Node::Int(_) | Node::Float(_) | Node::Bool(_) => false,
            Node::ToInt(operand)
            | Node::ToFloat(operand)
            | Node::Truth(operand)
            | Node::Not(operand)
            | Node::Negative(operand) => operand.contains(part),
            Node::Arithmetic(_, left, right) | Node::Compare(_, left, right) => {
                left.contains(part) || right.contains(part)
            }
            Node::Choose(condition, then, otherwise) => {
                let operands = [condition, then, otherwise];
                operands.into_iter().any(|operand| operand.contains(part))
            }
        };
        within || self == part
    }

    /// An int or a float.
    fn number(self) -> Expression {
        match self.column_type {
            ColumnType::Bool => Expression::new(ColumnType::Int, Node::ToInt(Box::new(self))),
            _ => self,
        }
    }

    fn float(self) -> Expression {
        match self.column_type {
            ColumnType::Float => self,
            _ => Expression::new(ColumnType::Float, Node::ToFloat(Box::new(self.number()))),
        }
    }
}

/// Both as ints, or both as floats if one is a float.
fn alike(left: Expression, right: Expression) -> (Expression, Expression) {
    let is_float = |side: &Expression| side.column_type == ColumnType::Float;
    if is_float(&left) || is_float(&right) {
        (left.float(), right.float())
    } else {
        (left.number(), right.number())
    }
}
