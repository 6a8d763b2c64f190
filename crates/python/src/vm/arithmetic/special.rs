//! Operators where an operand is an instance: special methods, in CPython's order.

use std::rc::Rc;

use brooklet_python_compiler::bytecode::{BinaryOp, UnaryOp};

use super::{collection, sequence};
use crate::value::{Args, Class, Special, Value};
use crate::vm::{Raise, Result, Vm};

impl Vm {
    /// `left <op> right` for any values; `NotImplemented` where they do not fit.
    ///
    /// The reflected method of a right operand whose class is derived from the left's comes first.
    pub(super) fn binary_of_any(
        &mut self,
        op: BinaryOp,
        left: &Value,
        right: &Value,
    ) -> Result<Value> {
        if !has_methods(left) && !has_methods(right) {
            return self.binary_builtin(op, left, right);
        }
        let (name, reflected, _) = Special::of_binary(op);
        let (left_class, right_class) = (self.class_of(left), self.class_of(right));
        let mut right_method = if Rc::ptr_eq(&left_class, &right_class) {
            None
        } else {
            self.special_method(right, reflected)
        };
        if right_class.is_subclass(&left_class)
            && let Some(method) = right_method.take()
            && let Some(value) = self.tried(&method, left)?
        {
            return Ok(value);
        }
        if let Some(method) = self.special_method(left, name)
            && let Some(value) = self.tried(&method, right)?
        {
            return Ok(value);
        }
        let comes_after = op == BinaryOp::Add || op == BinaryOp::Multiply;
        let left_is_sequence = sequence::is_sequence(&self.unwrap_builtin(left));
        let left_gives_up = right_method.is_some() && !self.number_knows(left, &right_class);
        if !(comes_after && left_is_sequence || left_gives_up) {
            let value = self.binary_of_inner(op, left, right)?;
            if !matches!(value, Value::NotImplemented) {
                return Ok(value);
            }
        }
        if let Some(method) = right_method
            && let Some(value) = self.tried(&method, left)?
        {
            return Ok(value);
        }
        self.binary_of_inner(op, left, right)
    }

    /// Whether a number's own operators take an operand of a class; what is no number takes any.
    fn number_knows(&self, number: &Value, class: &Rc<Class>) -> bool {
        let types = &self.types;
        match self.unwrap_builtin(number) {
            Value::Int(_) | Value::Bool(_) | Value::BigInt(_) => class.is_subclass(&types.int),
            Value::Float(_) => class.is_subclass(&types.float) || class.is_subclass(&types.int),
            _ => true,
        }
    }

    /// What a special method gives; `None` for `NotImplemented`.
    fn tried(&mut self, method: &Value, argument: &Value) -> Result<Option<Value>> {
        let value = self.call_one(method, argument.clone())?;
        Ok((!matches!(value, Value::NotImplemented)).then_some(value))
    }

    /// The operators of the built-in values that instances are derived from.
    fn binary_of_inner(&mut self, op: BinaryOp, left: &Value, right: &Value) -> Result<Value> {
        let (inner_left, inner_right) = (self.unwrap_builtin(left), self.unwrap_builtin(right));
        // What is multiplied may be an instance with `__index__`; an operand of `%` is kept as it is.
        let right_operand = match (op, &inner_left) {
            (BinaryOp::Modulo, Value::Str(_) | Value::Bytes(_) | Value::ByteArray(_)) => right,
            (BinaryOp::Multiply, left) if sequence::is_sequence(left) => right,
            _ => &inner_right,
        };
        self.binary_builtin(op, &inner_left, right_operand)
    }

    /// `left <op>= right` where the left operand is changed; `NotImplemented` where it is not.
    pub(super) fn change_in_place(
        &mut self,
        op: BinaryOp,
        left: &Value,
        right: &Value,
    ) -> Result<Value> {
        match (op, left) {
            (BinaryOp::Add, Value::List(list)) => {
                sequence::extend_list(self, list, right)?;
                Ok(left.clone())
            }
            (BinaryOp::Multiply, Value::List(list)) => {
                let product = self.binary_of_any(op, left, right)?;
                if let Value::List(repeated) = &product {
                    let items = repeated.to_vec();
                    *list.borrow_mut() = items;
                    return Ok(left.clone());
                }
                Ok(product)
            }
            (BinaryOp::Add | BinaryOp::Multiply, Value::ByteArray(data)) => {
                let result = self.binary_of_any(op, left, right)?;
                if let Value::ByteArray(changed) = &result {
                    let bytes = changed.borrow().clone();
                    *data.borrow_mut() = bytes;
                    return Ok(left.clone());
                }
                Ok(result)
            }
            (_, Value::Set(set)) => collection::change_set(self, op, left, set, right),
            (BinaryOp::Or, Value::Dict(dict)) => collection::update_dict(self, left, dict, right),
            (_, Value::Instance(instance)) => {
                let (_, _, in_place) = Special::of_binary(op);
                if let Some(method) = self.special_method(left, in_place)
                    && let Some(value) = self.tried(&method, right)?
                {
                    return Ok(value);
                }
                let inner = instance.inner_value();
                match inner {
                    Some(inner @ (Value::List(_) | Value::Set(_) | Value::Dict(_))) => {
                        match self.change_in_place(op, &inner, right)? {
                            Value::NotImplemented => Ok(Value::NotImplemented),
                            _ => Ok(left.clone()),
                        }
                    }
                    _ => Ok(Value::NotImplemented),
                }
            }
            _ => Ok(Value::NotImplemented),
        }
    }

    pub(super) fn unary_special(&mut self, op: UnaryOp, value: &Value) -> Result<Value> {
        let (name, symbol) = match op {
            UnaryOp::Negative => (Special::Neg, "-"),
            UnaryOp::Positive => (Special::Pos, "+"),
            UnaryOp::Invert => (Special::Invert, "~"),
            UnaryOp::Not => (Special::Bool, "not"),
        };
        if let Some(result) = self.call_special(value, name, Args::none())? {
            return Ok(result);
        }
        let inner = self.unwrap_builtin(value);
        let is_number = match inner {
            Value::Int(_) | Value::Bool(_) | Value::BigInt(_) => true,
            Value::Float(_) | Value::Complex(_) => op != UnaryOp::Invert,
            _ => false,
        };
        if is_number && matches!(value, Value::Instance(_)) {
            return self.unary(op, &inner);
        }
        let name = self.type_name(value);
        Err(self.type_error(format!("bad operand type for unary {symbol}: '{name}'")))
    }

    /// `TypeError` for operands that do not fit an operator.
    pub(super) fn unsupported(
        &mut self,
        op: BinaryOp,
        symbol: &str,
        left: &Value,
        right: &Value,
    ) -> Raise {
        let hint = match left {
            Value::Native(native)
                if op == BinaryOp::RightShift && native.name.as_str() == "print" =>
            {
                ". Did you mean \"print(<message>, file=<output_stream>)\"?"
            }
            _ => "",
        };
        let (left, right) = (self.type_name(left), self.type_name(right));
        self.type_error(format!(
            "unsupported operand type(s) for {symbol}: '{left}' and '{right}'{hint}"
        ))
    }
}

/// Whether the class of a value can define operators: the program's, or a metaclass.
fn has_methods(value: &Value) -> bool {
    match value {
        Value::Instance(_) => true,
        Value::Class(class) => class.metaclass.is_some(),
        _ => false,
    }
}
