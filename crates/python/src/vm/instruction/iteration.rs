//! Iteration.

use crate::value::Value;
use crate::vm::run::Flow;
use crate::vm::{Level, Result, Step, Vm};

impl Vm {
    pub(super) fn get_iterator(&mut self) -> Result<Flow> {
        let iterable = self.pop();
        let step = self.begin_iter(&iterable)?;
        self.finish(step)
    }

    /// Begins `iter(value)`.
    ///
    /// # Errors
    /// `TypeError` for what cannot be iterated, and what its `__iter__` raises.
    pub fn begin_iter(&mut self, iterable: &Value) -> Result<Step> {
        if !matches!(iterable, Value::Instance(_) | Value::Class(_)) {
            return self.iter(iterable).map(Step::Done);
        }
        let iterable = iterable.clone();
        self.operate(Level::Uncounted, move |vm| vm.iter(&iterable))
    }

    pub(super) fn for_each(&mut self, target: u32) -> Result<Flow> {
        let frame = self.top_frame();
        let iterator = match frame.stack.last() {
            Some(Value::Iterator(iterator)) if !iterator.calls_back => {
                let iterator = iterator.clone();
                return match iterator.next(self)? {
                    Some(item) => Ok(self.push(item)),
                    None => {
                        let frame = self.top_frame();
                        frame.stack.pop();
                        frame.next = target as usize;
                        Ok(Flow::Next)
                    }
                };
            }
            Some(iterator) => iterator.clone(),
            None => unreachable!("the compiler puts an iterator there"),
        };
        let step = self.begin_next(&iterator)?;
        self.finish(step)
    }
}
