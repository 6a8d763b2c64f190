//! Pattern matching.

use crate::value::Value;
use crate::vm::run::Flow;
use crate::vm::{Level, Result, Vm};

impl Vm {
    pub(super) fn get_length(&mut self) -> Result<Flow> {
        let value = self.peek(1);
        let step = self.operate(Level::Uncounted, move |vm| {
            vm.length(&value).map(Value::from)
        })?;
        self.finish(step)
    }

    pub(super) fn match_keys_of(&mut self) -> Result<Flow> {
        let keys = self.peek(1);
        let mapping = self.peek(2);
        let step = self.operate(Level::Uncounted, move |vm| vm.match_keys(&mapping, &keys))?;
        self.finish(step)
    }

    pub(super) fn match_rest_of(&mut self) -> Result<Flow> {
        let keys = self.pop();
        let mapping = self.pop();
        let step = self.operate(Level::Uncounted, move |vm| vm.match_rest(&mapping, &keys))?;
        self.finish(step)
    }

    pub(super) fn match_class_of(&mut self, positional: usize) -> Result<Flow> {
        let names = self.pop();
        let class = self.pop();
        let value = self.pop();
        let step = self.operate(Level::Uncounted, move |vm| {
            vm.match_class(&value, &class, positional, &names)
        })?;
        self.finish(step)
    }
}
