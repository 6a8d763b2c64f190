//! What a task works with.

use brooklet_python::vm::Vm;

use crate::partition::{BlockStore, pickle_record};
use crate::task::{AccumulatorUpdate, TaskAccumulators, TaskError};

/// What a task works with.
pub(crate) struct TaskContext<'a> {
    pub(crate) vm: &'a mut Vm,
    /// The blocks that it reads, and where those go that it computes.
    pub(crate) store: &'a BlockStore,
    updates: Vec<AccumulatorUpdate>,
}

impl<'a> TaskContext<'a> {
    /// What a task that begins works with.
    pub(crate) fn new(vm: &'a mut Vm, store: &'a BlockStore) -> TaskContext<'a> {
        TaskAccumulators::of(vm).take();
        TaskContext {
            vm,
            store,
            updates: Vec::new(),
        }
    }

    /// Takes what the functions of a pipeline that has ended added to accumulators.
    pub(crate) fn take_updates(&mut self) -> Result<(), TaskError> {
        for (id, value) in TaskAccumulators::of(self.vm).take() {
            let value = pickle_record(self.vm, &value)?;
            self.updates.push(AccumulatorUpdate { id, value });
        }
        Ok(())
    }

    /// What the task added to accumulators, once it has succeeded.
    pub(crate) fn into_updates(self) -> Vec<AccumulatorUpdate> {
        self.updates
    }
}
