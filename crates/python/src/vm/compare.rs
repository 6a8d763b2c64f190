//! Comparisons.

use std::rc::Rc;

use brooklet_python_compiler::bytecode::CompareOp;

use super::{Level, Result, Vm, compare_number};
use crate::value::{Args, Dict, Set, Slice, Special, Value, ViewKind};

impl Vm {
    /// `left <op> right`; a class may give any value.
    ///
    /// # Errors
    /// `TypeError`: `'<' not supported between instances of 'int' and 'str'`.
    pub fn compare(&mut self, op: CompareOp, left: &Value, right: &Value) -> Result<Value> {
        let objects = matches!(left, Value::Instance(_) | Value::Class(_))
            || matches!(right, Value::Instance(_) | Value::Class(_));
        if objects {
            let compared = self.deeper(Level::Comparison, |vm| vm.compare_objects(op, left, right));
            if let Some(result) = compared? {
                return Ok(result);
            }
        } else if left.may_call_back() && right.may_call_back() {
            let compared = self.deeper(Level::Comparison, |vm| vm.compare_builtin(op, left, right));
            if let Some(result) = compared? {
                return Ok(Value::Bool(result));
            }
        } else if let Some(result) = self.compare_builtin(op, left, right)? {
            return Ok(Value::Bool(result));
        }
        match op {
            CompareOp::Equal => Ok(Value::Bool(left.is(right))),
            CompareOp::NotEqual => Ok(Value::Bool(!left.is(right))),
            _ => {
                let (symbol, left, right) =
                    (op.symbol(), self.type_name(left), self.type_name(right));
                Err(self.type_error(format!(
                    "'{symbol}' not supported between instances of '{left}' and '{right}'"
                )))
            }
        }
    }

    /// A comparison in which a class has a say: its special methods, the right operand's first
    /// where its class is derived from the left one's.
    fn compare_objects(
        &mut self,
        op: CompareOp,
        left: &Value,
        right: &Value,
    ) -> Result<Option<Value>> {
        let (left_class, right_class) = (self.class_of(left), self.class_of(right));
        let right_first =
            !Rc::ptr_eq(&left_class, &right_class) && right_class.is_subclass(&left_class);
        if right_first && let Some(result) = self.compare_by_method(op.swapped(), right, left)? {
            return Ok(Some(result));
        }
        if let Some(result) = self.compare_by_method(op, left, right)? {
            return Ok(Some(result));
        }
        if !right_first && let Some(result) = self.compare_by_method(op.swapped(), right, left)? {
            return Ok(Some(result));
        }
        let (inner_left, inner_right) = (self.unwrap_builtin(left), self.unwrap_builtin(right));
        if matches!(inner_left, Value::Instance(_)) || matches!(inner_right, Value::Instance(_)) {
            return Ok(None);
        }
        let result = self.compare_builtin(op, &inner_left, &inner_right)?;
        Ok(result.map(Value::Bool))
    }

    fn compare_by_method(
        &mut self,
        op: CompareOp,
        receiver: &Value,
        other: &Value,
    ) -> Result<Option<Value>> {
        if !matches!(receiver, Value::Instance(_) | Value::Class(_)) {
            return Ok(None);
        }
        if let Some(method) = self.special_method(receiver, Special::of_compare(op)) {
            let result = self.call_one(&method, other.clone())?;
            return Ok((!matches!(result, Value::NotImplemented)).then_some(result));
        }
        if op != CompareOp::NotEqual {
            return Ok(None);
        }
        let Some(method) = self.special_method(receiver, Special::Eq) else {
            return Ok(None);
        };
        let result = self.call(&method, Args::one(other.clone()))?;
        if matches!(result, Value::NotImplemented) {
            return Ok(None);
        }
        Ok(Some(Value::Bool(!self.truth(&result)?)))
    }

    /// A comparison of built-in values; `None` where their types do not compare.
    pub(crate) fn compare_builtin(
        &mut self,
        op: CompareOp,
        left: &Value,
        right: &Value,
    ) -> Result<Option<bool>> {
        if let Some(order) = compare_number::order(left, right) {
            return Ok(Some(op.holds(order)));
        }
        let equality = matches!(op, CompareOp::Equal | CompareOp::NotEqual);
        if equality && let Some(equal) = compare_number::equal_complex(left, right) {
            return Ok(Some(equal == (op == CompareOp::Equal)));
        }
        Ok(Some(match (left, right) {
            (Value::Str(a), Value::Str(b)) => op.holds(Some(a.as_str().cmp(b.as_str()))),
            (Value::Bytes(a), Value::Bytes(b)) => op.holds(Some(a.cmp(b))),
            (Value::Bytes(a), Value::ByteArray(b)) => op.holds(Some(a[..].cmp(&b.borrow()[..]))),
            (Value::ByteArray(a), Value::Bytes(b)) => op.holds(Some(a.borrow()[..].cmp(&b[..]))),
            (Value::ByteArray(a), Value::ByteArray(b)) => {
                op.holds(Some(a.borrow().cmp(&*b.borrow())))
            }
            (Value::Tuple(a), Value::Tuple(b)) => {
                let lengths = (a.len(), b.len());
                return self.compare_sequences(op, lengths, |at| {
                    Some((a.get(at)?.clone(), b.get(at)?.clone()))
                });
            }
            (Value::List(a), Value::List(b)) => {
                let lengths = (a.len(), b.len());
                return self.compare_sequences(op, lengths, |at| Some((a.get(at)?, b.get(at)?)));
            }
            (Value::Set(a) | Value::FrozenSet(a), Value::Set(b) | Value::FrozenSet(b)) => {
                return Ok(Some(self.compare_sets(op, a, b)?));
            }
            (Value::DictView(_), _) | (_, Value::DictView(_)) => {
                return self.compare_views(op, left, right);
            }
            (Value::Dict(a), Value::Dict(b)) if equality => {
                self.equal_dicts(a, b)? == (op == CompareOp::Equal)
            }
            (Value::Range(a), Value::Range(b)) if equality => {
                let length = a.len();
                let same = length == b.len()
                    && (length == 0 || a.start == b.start && (length == 1 || a.step == b.step));
                same == (op == CompareOp::Equal)
            }
            (Value::Slice(a), Value::Slice(b)) => {
                let parts = |slice: &Slice, at| match at {
                    0 => Some(slice.start.clone()),
                    1 => Some(slice.stop.clone()),
                    2 => Some(slice.step.clone()),
                    _ => None,
                };
                return self
                    .compare_sequences(op, (3, 3), |at| Some((parts(a, at)?, parts(b, at)?)));
            }
            (Value::Method(a), Value::Method(b)) if equality => {
                let same = a.receiver.is(&b.receiver) && a.function.is(&b.function);
                same == (op == CompareOp::Equal)
            }
            _ => return Ok(None),
        }))
    }

    /// Compares two sequences by their first items that differ.
    fn compare_sequences(
        &mut self,
        op: CompareOp,
        lengths: (usize, usize),
        pair: impl Fn(usize) -> Option<(Value, Value)>,
    ) -> Result<Option<bool>> {
        let (left, right) = lengths;
        if left != right && matches!(op, CompareOp::Equal | CompareOp::NotEqual) {
            return Ok(Some(op == CompareOp::NotEqual));
        }
        self.inside_container("in comparison", |vm| {
            let mut at = 0;
            while let Some((a, b)) = pair(at) {
                if !vm.equal(&a, &b)? {
                    return match op {
                        CompareOp::Equal => Ok(Some(false)),
                        CompareOp::NotEqual => Ok(Some(true)),
                        _ => {
                            let result = vm.compare(op, &a, &b)?;
                            vm.truth(&result).map(Some)
                        }
                    };
                }
                at += 1;
            }
            Ok(Some(op.holds(Some(left.cmp(&right)))))
        })
    }

    fn compare_sets(&mut self, op: CompareOp, left: &Rc<Set>, right: &Rc<Set>) -> Result<bool> {
        Ok(match op {
            CompareOp::Equal => left.len() == right.len() && left.is_subset(self, right)?,
            CompareOp::NotEqual => left.len() != right.len() || !left.is_subset(self, right)?,
            CompareOp::LessEqual => left.is_subset(self, right)?,
            CompareOp::Less => left.len() < right.len() && left.is_subset(self, right)?,
            CompareOp::GreaterEqual => right.is_subset(self, left)?,
            CompareOp::Greater => right.len() < left.len() && right.is_subset(self, left)?,
        })
    }

    /// Compares a view of keys or items with another one or with a set, as sets.
    fn compare_views(
        &mut self,
        op: CompareOp,
        left: &Value,
        right: &Value,
    ) -> Result<Option<bool>> {
        let set_like = |value: &Value| match value {
            Value::Set(_) | Value::FrozenSet(_) => true,
            Value::DictView(view) => view.kind != ViewKind::Values,
            _ => false,
        };
        if !set_like(left) || !set_like(right) {
            return Ok(None);
        }
        let (left_length, right_length) = (self.length(left)?, self.length(right)?);
        let (smaller, larger, lengths_fit) = match op {
            CompareOp::Equal | CompareOp::NotEqual => (left, right, left_length == right_length),
            CompareOp::LessEqual => (left, right, left_length <= right_length),
            CompareOp::Less => (left, right, left_length < right_length),
            CompareOp::GreaterEqual => (right, left, right_length <= left_length),
            CompareOp::Greater => (right, left, right_length < left_length),
        };
        let mut holds = lengths_fit;
        if holds {
            for item in self.collect(smaller)? {
                if !self.contains(larger, &item)? {
                    holds = false;
                    break;
                }
            }
        }
        Ok(Some(holds != (op == CompareOp::NotEqual)))
    }

    fn equal_dicts(&mut self, left: &Rc<Dict>, right: &Rc<Dict>) -> Result<bool> {
        if left.len() != right.len() {
            return Ok(false);
        }
        self.inside_container("in comparison", |vm| {
            let mut position = 0;
            while let Some((next, key, value)) = left.item_from(position) {
                position = next;
                match right.get(vm, &key)? {
                    Some(other) if vm.equal(&value, &other)? => {}
                    _ => return Ok(false),
                }
            }
            Ok(true)
        })
    }

    /// `left == right` as a truth value, identity included (as containers compare).
    ///
    /// # Errors
    /// What a user's `__eq__` raises.
    pub fn equal(&mut self, left: &Value, right: &Value) -> Result<bool> {
        match (left, right) {
            (Value::Int(a), Value::Int(b)) => return Ok(a == b),
            (Value::Str(a), Value::Str(b)) => return Ok(a == b),
            _ => {}
        }
        if left.is(right) {
            return Ok(true);
        }
        match self.compare(CompareOp::Equal, left, right)? {
            Value::Bool(result) => Ok(result),
            other => self.truth(&other),
        }
    }

    /// `left < right` as a truth value.
    ///
    /// # Errors
    /// As [`Vm::compare`].
    pub fn less(&mut self, left: &Value, right: &Value) -> Result<bool> {
        match (left, right) {
            (Value::Int(a), Value::Int(b)) => return Ok(a < b),
            (Value::Float(a), Value::Float(b)) => return Ok(a < b),
            (Value::Str(a), Value::Str(b)) => return Ok(a.as_str() < b.as_str()),
            _ => {}
        }
        match self.compare(CompareOp::Less, left, right)? {
            Value::Bool(result) => Ok(result),
            other => self.truth(&other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vm::SilentHost;

    fn compare(op: CompareOp, left: Value, right: Value) -> String {
        let mut vm = Vm::new(Rc::new(SilentHost));
        match vm.compare(op, &left, &right) {
            Ok(Value::Bool(result)) => result.to_string(),
            Ok(_) => "a value".to_string(),
            Err(raise) => format!("{raise:?}"),
        }
    }

    fn list(items: &[i64]) -> Value {
        Value::list(items.iter().copied().map(Value::Int).collect())
    }

    #[test]
    fn sequences_compare_by_the_first_difference() {
        assert_eq!(
            compare(CompareOp::Less, list(&[1, 2]), list(&[1, 3])),
            "true"
        );
        assert_eq!(compare(CompareOp::Less, list(&[1, 2]), list(&[1])), "false");
        assert_eq!(compare(CompareOp::Equal, list(&[1]), list(&[1])), "true");
        assert_eq!(
            compare(CompareOp::NotEqual, list(&[1]), list(&[1, 2])),
            "true"
        );
    }

    #[test]
    fn types_that_do_not_compare() {
        assert_eq!(
            compare(CompareOp::Less, list(&[]), Value::tuple(vec![])),
            "TypeError: '<' not supported between instances of 'list' and 'tuple'"
        );
        assert_eq!(
            compare(CompareOp::Equal, list(&[]), Value::tuple(vec![])),
            "false"
        );
        assert_eq!(
            compare(CompareOp::NotEqual, Value::None, Value::Int(0)),
            "true"
        );
    }

    #[test]
    fn a_nan_is_equal_to_itself_in_containers_only() {
        let nan = Value::Float(f64::NAN);
        assert_eq!(compare(CompareOp::Equal, nan.clone(), nan.clone()), "false");
        assert_eq!(
            compare(
                CompareOp::Equal,
                Value::list(vec![nan.clone()]),
                Value::list(vec![nan])
            ),
            "true"
        );
    }
}
