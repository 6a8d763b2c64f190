//! Operators on numbers and containers.

use super::{Result, Vm};
use crate::bytecode::{BinaryOp, UnaryOp};
use crate::value::Value;

impl Vm {
    /// `left <op> right`.
    ///
    /// # Errors
    /// `TypeError` where the operands do not fit, and what the operation raises.
    pub fn binary(&mut self, op: BinaryOp, left: &Value, right: &Value) -> Result<Value> {
        let _ = (op, left, right);
        todo!("numbers helper")
    }

    /// `left <op>= right`: changes the left operand in place where it can be.
    ///
    /// # Errors
    /// As [`Vm::binary`].
    pub fn binary_in_place(&mut self, op: BinaryOp, left: &Value, right: &Value) -> Result<Value> {
        let _ = (op, left, right);
        todo!("numbers helper")
    }

    /// `<op> value`.
    ///
    /// # Errors
    /// `TypeError` where the operand does not fit.
    pub fn unary(&mut self, op: UnaryOp, value: &Value) -> Result<Value> {
        let _ = (op, value);
        todo!("numbers helper")
    }
}
