//! Operators on numbers and containers.

mod collection;
mod complex;
mod float;
mod integer;
mod integer_power;
mod round;
mod sequence;
mod special;

use brooklet_python_compiler::bytecode::{BinaryOp, UnaryOp};

use super::{Result, Vm};
use crate::value::Value;

impl Vm {
    /// `left <op> right`.
    ///
    /// # Errors
    /// `TypeError` where the operands do not fit, and what the operation raises.
    #[inline]
    pub fn binary(&mut self, op: BinaryOp, left: &Value, right: &Value) -> Result<Value> {
        let value = match (left, right) {
            (Value::Int(a), Value::Int(b)) => integer::small(self, op, *a, *b)?,
            (Value::Float(a), Value::Float(b)) => float::binary(self, op, *a, *b)?,
            (Value::Float(a), Value::Int(b)) => float::binary(self, op, *a, *b as f64)?,
            (Value::Int(a), Value::Float(b)) => float::binary(self, op, *a as f64, *b)?,
            _ => self.binary_of_any(op, left, right)?,
        };
        match value {
            Value::NotImplemented => Err(self.unsupported(op, op.symbol(), left, right)),
            value => Ok(value),
        }
    }

    /// `left <op>= right`: changes the left operand in place where it can be.
    ///
    /// # Errors
    /// As [`Vm::binary`].
    #[inline]
    pub fn binary_in_place(&mut self, op: BinaryOp, left: &Value, right: &Value) -> Result<Value> {
        let value = match (left, right) {
            (Value::Int(a), Value::Int(b)) => integer::small(self, op, *a, *b)?,
            (Value::Float(a), Value::Float(b)) => float::binary(self, op, *a, *b)?,
            _ => match self.change_in_place(op, left, right)? {
                Value::NotImplemented => self.binary_of_any(op, left, right)?,
                value => value,
            },
        };
        match value {
            Value::NotImplemented => {
                let symbol = match op {
                    BinaryOp::Power => "**=".to_string(),
                    _ => format!("{}=", op.symbol()),
                };
                Err(self.unsupported(op, &symbol, left, right))
            }
            value => Ok(value),
        }
    }

    /// `<op> value`.
    ///
    /// # Errors
    /// `TypeError` where the operand does not fit.
    pub fn unary(&mut self, op: UnaryOp, value: &Value) -> Result<Value> {
        Ok(match (op, value) {
            (UnaryOp::Not, _) => Value::Bool(!self.truth(value)?),
            (_, Value::Int(int)) => integer::unary(op, *int),
            (_, Value::Bool(bool)) => integer::unary(op, i64::from(*bool)),
            (_, Value::BigInt(big)) => integer::unary_big(op, big),
            (UnaryOp::Negative, Value::Float(float)) => Value::Float(-float),
            (UnaryOp::Positive, Value::Float(_) | Value::Complex(_)) => value.clone(),
            (UnaryOp::Negative, Value::Complex(number)) => complex::negative(number),
            _ => return self.unary_special(op, value),
        })
    }

    /// The operators of built-in values (no instances); `NotImplemented` where they do not fit.
    pub(crate) fn binary_builtin(
        &mut self,
        op: BinaryOp,
        left: &Value,
        right: &Value,
    ) -> Result<Value> {
        use Value::{BigInt, Bool, Complex, Float, Int};
        match (left, right) {
            (Bool(a), Bool(b)) if op.is_bitwise() => Ok(Bool(match op {
                BinaryOp::And => a & b,
                BinaryOp::Or => a | b,
                _ => a ^ b,
            })),
            (Int(_) | Bool(_) | BigInt(_), Int(_) | Bool(_) | BigInt(_)) => {
                integer::any(self, op, left, right)
            }
            (Complex(_), Int(_) | Bool(_) | BigInt(_) | Float(_) | Complex(_))
            | (Int(_) | Bool(_) | BigInt(_) | Float(_), Complex(_)) => {
                let (a, b) = (complex::from(self, left)?, complex::from(self, right)?);
                complex::binary(self, op, a, b)
            }
            (Float(_), Int(_) | Bool(_) | BigInt(_) | Float(_))
            | (Int(_) | Bool(_) | BigInt(_), Float(_)) => {
                let (a, b) = (self.to_f64(left)?, self.to_f64(right)?);
                float::binary(self, op, a, b)
            }
            (Value::Str(template), _) if op == BinaryOp::Modulo => {
                Ok(Value::from(self.format_percent(template.as_str(), right)?))
            }
            (Value::Bytes(template), _) if op == BinaryOp::Modulo => {
                Ok(Value::bytes(self.format_percent_bytes(template, right)?))
            }
            (Value::ByteArray(template), _) if op == BinaryOp::Modulo => {
                let template = template.borrow().clone();
                let data = self.format_percent_bytes(&template, right)?;
                Ok(Value::ByteArray(std::rc::Rc::new(
                    crate::value::ByteArray::new(data),
                )))
            }
            _ => match op {
                BinaryOp::Add => sequence::concatenate(self, left, right),
                BinaryOp::Multiply => sequence::repeat(self, left, right),
                BinaryOp::Subtract | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => {
                    collection::binary(self, op, left, right)
                }
                _ => Ok(Value::NotImplemented),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::vm::SilentHost;

    fn shown(result: Result<Value>, vm: &mut Vm) -> String {
        match result {
            Ok(value) => vm.repr(&value).expect("a built-in value"),
            Err(raise) => format!("{raise:?}"),
        }
    }

    fn binary(op: BinaryOp, left: impl Into<Value>, right: impl Into<Value>) -> String {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let result = vm.binary(op, &left.into(), &right.into());
        shown(result, &mut vm)
    }

    #[test]
    fn whole_numbers_grow() {
        assert_eq!(binary(BinaryOp::Add, i64::MAX, 1i64), "9223372036854775808");
        assert_eq!(
            binary(BinaryOp::Multiply, i64::MIN, -1i64),
            "9223372036854775808"
        );
        assert_eq!(binary(BinaryOp::Power, 2i64, 64i64), "18446744073709551616");
        assert_eq!(
            binary(BinaryOp::LeftShift, 1i64, 64i64),
            "18446744073709551616"
        );
        assert_eq!(
            binary(BinaryOp::FloorDivide, i64::MIN, -1i64),
            "9223372036854775808"
        );
        assert_eq!(binary(BinaryOp::FloorDivide, -7i64, 2i64), "-4");
        assert_eq!(binary(BinaryOp::Modulo, -7i64, 2i64), "1");
        assert_eq!(binary(BinaryOp::Divide, 7i64, 2i64), "3.5");
        assert_eq!(binary(BinaryOp::Power, 2i64, -1i64), "0.5");
    }

    #[test]
    fn floats_divide_towards_the_floor() {
        assert_eq!(binary(BinaryOp::FloorDivide, -7.5, 2i64), "-4.0");
        assert_eq!(binary(BinaryOp::Modulo, -7.5, 2i64), "0.5");
        assert_eq!(binary(BinaryOp::Modulo, 5.0, f64::NEG_INFINITY), "-inf");
        assert_eq!(
            binary(BinaryOp::Divide, 1.0, 0.0),
            "ZeroDivisionError: float division by zero"
        );
    }

    #[test]
    fn sequences_join_and_repeat() {
        assert_eq!(binary(BinaryOp::Add, "ab", "é"), "'abé'");
        assert_eq!(binary(BinaryOp::Multiply, "ab", 2i64), "'abab'");
        assert_eq!(binary(BinaryOp::Multiply, -1i64, "ab"), "''");
        assert_eq!(
            binary(BinaryOp::Add, "a", 1i64),
            "TypeError: can only concatenate str (not \"int\") to str"
        );
        assert_eq!(
            binary(BinaryOp::Add, 1i64, "a"),
            "TypeError: unsupported operand type(s) for +: 'int' and 'str'"
        );
        assert_eq!(
            binary(BinaryOp::Multiply, 1.5, "a"),
            "TypeError: can't multiply sequence by non-int of type 'float'"
        );
    }
}
