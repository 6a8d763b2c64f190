//! Operators, comparisons and tests of truth.

use crate::value::Value;
use crate::vm::run::Flow;
use crate::vm::{Level, Result, Vm};
use brooklet_python_compiler::bytecode::{BinaryOp, CompareOp, UnaryOp};

impl Vm {
    pub(in crate::vm) fn compare_operands(
        &mut self,
        op: CompareOp,
        left: Value,
        right: Value,
    ) -> Result<Flow> {
        if !left.may_call_back() && !right.may_call_back() {
            let result = self.compare(op, &left, &right)?;
            return Ok(self.push(result));
        }
        let step = self.operate(Level::Uncounted, move |vm| vm.compare(op, &left, &right))?;
        self.finish(step)
    }

    pub(in crate::vm) fn combine_operands(
        &mut self,
        op: BinaryOp,
        left: Value,
        right: Value,
    ) -> Result<Flow> {
        if !left.may_call_back() && !right.may_call_back() {
            let result = self.binary(op, &left, &right)?;
            return Ok(self.push(result));
        }
        let step = self.operate(Level::Uncounted, move |vm| vm.binary(op, &left, &right))?;
        self.finish(step)
    }

    pub(super) fn combine_in_place(&mut self, op: BinaryOp) -> Result<Flow> {
        let right = self.pop();
        let left = self.pop();
        let step = match (op, &left) {
            (BinaryOp::Add, Value::List(list)) if right.may_call_back() => {
                let list = list.clone();
                self.collecting(&right, move |_, items| {
                    list.borrow_mut().extend(items);
                    Ok(crate::vm::Step::Done(Value::List(list)))
                })?
            }
            _ if !left.may_call_back() && !right.may_call_back() => {
                let result = self.binary_in_place(op, &left, &right)?;
                return Ok(self.push(result));
            }
            _ => self.operate(Level::Uncounted, move |vm| {
                vm.binary_in_place(op, &left, &right)
            })?,
        };
        self.finish(step)
    }

    pub(super) fn apply_unary(&mut self, op: UnaryOp) -> Result<Flow> {
        let value = self.pop();
        if !matches!(value, Value::Instance(_)) {
            let result = self.unary(op, &value)?;
            return Ok(self.push(result));
        }
        let step = self.operate(Level::Uncounted, move |vm| vm.unary(op, &value))?;
        self.finish(step)
    }

    /// Begins `bool(value)`.
    pub(crate) fn begin_truth(&mut self, value: Value) -> Result<crate::vm::Step> {
        if !matches!(value, Value::Instance(_)) {
            let truth = self.truth(&value)?;
            return Ok(crate::vm::Step::Done(Value::Bool(truth)));
        }
        self.operate(Level::Uncounted, move |vm| {
            vm.truth(&value).map(Value::Bool)
        })
    }

    pub(super) fn jump_or_pop(&mut self) -> Result<Flow> {
        let value = self.peek(1);
        let step = self.begin_truth(value)?;
        self.finish(step)
    }

    pub(super) fn test_contains(&mut self, inverted: bool) -> Result<Flow> {
        let container = self.pop();
        let item = self.pop();
        let plain = !item.may_call_back() && matches!(container, Value::Dict(_) | Value::Str(_));
        if plain {
            let found = self.contains(&container, &item)?;
            return Ok(self.push(Value::Bool(found != inverted)));
        }
        let step = self.operate(Level::Uncounted, move |vm| {
            let found = vm.contains(&container, &item)?;
            Ok(Value::Bool(found != inverted))
        })?;
        self.finish(step)
    }
}
