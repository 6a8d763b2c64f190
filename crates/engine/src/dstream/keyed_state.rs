//! The node of `DStream.updateStateByKey`.

use brooklet_python::vm::Result as PyResult;
use brooklet_python::{Value, Vm};

use super::BatchTime;
use super::node::{Compute, Node};
use super::over_values::over_values;
use crate::error::Result;
use crate::partition::Records;
use crate::plan::{OpenStep, Step};
use crate::rdd::operators::call_two_guarded;
use crate::rdd::{PartitionFunction, Rdd};

/// A value kept for every key, updated in every batch.
///
/// The function gets the batch's values of a key (perhaps none) and the key's state (`None` for a
/// new key); a state of `None` removes the key. Keys keep their order in their partition, new ones
/// follow. Source: `PythonStateDStream`, `DStream.updateStateByKey` of PySpark.
pub(crate) struct KeyedState {
    pub(crate) parent: Node,
    pub(crate) update: Value,
    pub(crate) partitions: usize,
    pub(crate) initial: Option<Rdd>,
}

impl KeyedState {
    fn update(&self, vm: &mut Vm, state: Option<Rdd>, new: &Rdd) -> Result<Rdd> {
        let partitions = Some(self.partitions);
        let hash = &PartitionFunction::Portable;
        let (sides, open): (Rdd, OpenStep) = match state {
            None => (new.group_by_key(vm, partitions, hash)?, open_first),
            Some(state) => {
                let new = new.partition_by(vm, partitions, hash)?;
                (state.cogroup(vm, &[new], partitions)?, open_later)
            }
        };
        let step = Step::new("updateStateByKey", open, vec![self.update.clone()]);
        Ok(sides.then(step, true))
    }
}

fn open_first(_: &mut Vm, _: usize, arguments: &[Value], input: Records) -> PyResult<Records> {
    Ok(over_values(input, arguments, |vm, arguments, new| {
        let state = call_two_guarded(vm, &arguments[0], new, Value::None)?;
        Ok(Some(state).filter(|state| !state.is_none()))
    }))
}

fn open_later(_: &mut Vm, _: usize, arguments: &[Value], input: Records) -> PyResult<Records> {
    Ok(over_values(input, arguments, |vm, arguments, sides| {
        let sides = vm.collect(&sides)?;
        let old = vm.collect(&sides[0])?.into_iter().next();
        let state = call_two_guarded(vm, &arguments[0], sides[1].clone(), old.unwrap_or_default())?;
        Ok(Some(state).filter(|state| !state.is_none()))
    }))
}

impl Compute for KeyedState {
    fn class_name(&self) -> &'static str {
        "PythonStateDStream"
    }

    fn parents(&self) -> Vec<Node> {
        vec![self.parent.clone()]
    }

    fn compute(&self, vm: &mut Vm, node: &Node, time: BatchTime) -> Result<Option<Rdd>> {
        let last = node.rdd(vm, time.minus(node.slide_ms()))?;
        let Some(new) = self.parent.rdd(vm, time)? else {
            return Ok(last);
        };
        let state = last.or_else(|| self.initial.clone());
        let updated = self.update(vm, state, &new)?;
        node.hand_on(vm, &updated).map(Some)
    }

    fn must_checkpoint(&self) -> bool {
        true
    }

    fn functions(&self) -> Vec<Value> {
        vec![self.update.clone()]
    }
}
