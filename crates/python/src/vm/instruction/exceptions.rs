//! Raising and handling exceptions.

use crate::value::Value;
use crate::vm::run::Flow;
use crate::vm::{Level, Raise, Result, Vm};

impl Vm {
    pub(super) fn raise(&mut self, operands: u32) -> Result<Flow> {
        let cause = if operands > 1 { Some(self.pop()) } else { None };
        let exception = if operands > 0 { Some(self.pop()) } else { None };
        Err(self.raise_statement(exception, cause))
    }

    pub(super) fn reraise(&mut self) -> Result<Flow> {
        let Value::Instance(exception) = self.pop() else {
            unreachable!("an exception is on the stack")
        };
        self.top_frame().reraising = true;
        Err(Raise::Exception(exception))
    }

    pub(super) fn enter_handler(&mut self) {
        if let Value::Instance(exception) = self.peek(1) {
            self.top_frame().handled.push(exception);
        }
    }

    pub(super) fn match_exception(&mut self) -> Result<Flow> {
        let class = self.pop();
        let exception = self.peek(1);
        let step = self.operate(Level::Uncounted, move |vm| {
            vm.exception_matches(&exception, &class).map(Value::Bool)
        })?;
        self.finish(step)
    }
}
