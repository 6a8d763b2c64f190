//! Accumulators as a task sees them.

use std::cell::RefCell;
use std::rc::Rc;

use brooklet_python::Value;
use brooklet_python::vm::Vm;

/// The accumulators that the functions of the running task hold, in the order in which they came.
#[derive(Default)]
pub struct TaskAccumulators(RefCell<Vec<Entry>>);

struct Entry {
    id: u64,
    object: Value,
    sum: Rc<RefCell<Value>>,
}

impl TaskAccumulators {
    /// Those of a machine.
    pub fn of(vm: &mut Vm) -> Rc<TaskAccumulators> {
        vm.extension(TaskAccumulators::default)
    }

    /// The object that stands for an accumulator in this task.
    pub fn find(&self, id: u64) -> Option<Value> {
        let entries = self.0.borrow();
        let entry = entries.iter().find(|entry| entry.id == id)?;
        Some(entry.object.clone())
    }

    /// Adds an accumulator: its object, and where it sums up what the task adds.
    pub fn register(&self, id: u64, object: Value, sum: Rc<RefCell<Value>>) {
        self.0.borrow_mut().push(Entry { id, object, sum });
    }

    /// Takes the sums, and forgets the accumulators.
    pub(crate) fn take(&self) -> Vec<(u64, Value)> {
        let entries = self.0.take();
        let sums = entries
            .into_iter()
            .map(|entry| (entry.id, entry.sum.borrow().clone()));
        sums.collect()
    }
}
