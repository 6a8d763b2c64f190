//! The node of `DStream.reduceByKeyAndWindow` with an inverse function.

use std::cell::Cell;

use brooklet_python::vm::Result as PyResult;
use brooklet_python::{Value, Vm};

use super::node::{Compute, Node};
use super::over_values::over_values;
use super::{BatchTime, KeyedWindow};
use crate::Join;
use crate::error::Result;
use crate::partition::Records;
use crate::plan::Step;
use crate::rdd::operators::call_two_guarded;
use crate::rdd::{PartitionFunction, Rdd};

/// A window reduced by key; a long one is made from the window before it.
///
/// The parent has reduced each batch already. A window of at least five slides takes the window
/// before it, removes by the inverse function what left, and adds by the function what came. So a
/// key never disappears. A shorter window is reduced from its batches, and the inverse function is
/// never called. The same holds for every window of a context that is made from a checkpoint,
/// because Spark's checkpoints do not hold the inverse function.
///
/// Source: `PythonReducedWindowedDStream`, `DStream.reduceByKeyAndWindow` of PySpark.
pub(crate) struct ReducedWindow {
    pub(crate) parent: Node,
    pub(crate) function: Value,
    pub(crate) inverse: Value,
    pub(crate) filter: Option<Value>,
    pub(crate) partitions: usize,
    pub(crate) window_ms: i64,
    pub(crate) slide_ms: i64,
    /// Whether it came from a checkpoint of the graph, which does not hold the inverse function.
    pub(crate) is_recovered: Cell<bool>,
}

impl ReducedWindow {
    fn reduce(&self, vm: &mut Vm, rdd: &Rdd) -> Result<Rdd> {
        rdd.reduce_by_key(
            vm,
            &self.function,
            Some(self.partitions),
            &PartitionFunction::Portable,
        )
    }

    fn between(&self, vm: &mut Vm, after: BatchTime, to: BatchTime) -> Result<Vec<Rdd>> {
        self.parent
            .slice(vm, after.plus(self.parent.slide_ms()), to)
    }

    /// `previous` and `new` reduced together, or `new` alone.
    fn add(&self, vm: &mut Vm, node: &Node, previous: Option<Rdd>, new: &[Rdd]) -> Result<Rdd> {
        let new = node.unite(vm, new)?;
        let mut reduced = self.reduce(vm, &new)?;
        if let Some(previous) = previous {
            let both = previous.union(vm, &reduced)?;
            reduced = self.reduce(vm, &both)?;
        }
        let reduced = match &self.filter {
            Some(filter) => reduced.filter(filter),
            None => reduced,
        };
        node.hand_on(vm, &reduced)
    }

    fn subtract(&self, vm: &mut Vm, node: &Node, previous: &Rdd, old: &[Rdd]) -> Result<Rdd> {
        let old = node.unite(vm, old)?;
        let old = self.reduce(vm, &old)?;
        let joined = previous.join(vm, &old, Join::LeftOuter, Some(self.partitions))?;
        let step = Step::new("invFunc", open_inverse, vec![self.inverse.clone()]);
        let left = joined.then(step, true);
        node.hand_on(vm, &left)
    }
}

fn open_inverse(_: &mut Vm, _: usize, arguments: &[Value], input: Records) -> PyResult<Records> {
    Ok(over_values(input, arguments, |vm, arguments, sides| {
        let sides = vm.collect(&sides)?;
        match &sides[1] {
            Value::None => Ok(Some(sides[0].clone())),
            old => call_two_guarded(vm, &arguments[0], sides[0].clone(), old.clone()).map(Some),
        }
    }))
}

impl Compute for ReducedWindow {
    fn class_name(&self) -> &'static str {
        "PythonReducedWindowedDStream"
    }

    fn parents(&self) -> Vec<Node> {
        vec![self.parent.clone()]
    }

    fn slide_ms(&self) -> i64 {
        self.slide_ms
    }

    fn compute(&self, vm: &mut Vm, node: &Node, time: BatchTime) -> Result<Option<Rdd>> {
        let before = time.minus(self.slide_ms);
        let previous = node.rdd(vm, before)?;
        let is_long = self.window_ms >= self.slide_ms * KeyedWindow::FEWEST_SLIDES_FOR_INVERSE;
        let is_worth_it = is_long && !self.is_recovered.get();
        let Some(previous) = previous.filter(|_| is_worth_it) else {
            let rdds = self.between(vm, time.minus(self.window_ms), time)?;
            return match rdds.is_empty() {
                true => Ok(None),
                false => self.add(vm, node, None, &rdds).map(Some),
            };
        };
        let old = self.between(vm, before.minus(self.window_ms), time.minus(self.window_ms))?;
        let left = match old.is_empty() {
            true => previous,
            false => self.subtract(vm, node, &previous, &old)?,
        };
        let new = self.between(vm, before, time)?;
        match new.is_empty() {
            true => Ok(Some(left)),
            false => self.add(vm, node, Some(left), &new).map(Some),
        }
    }

    fn parent_remember_ms(&self, own_ms: i64) -> i64 {
        own_ms + self.window_ms
    }

    fn must_checkpoint(&self) -> bool {
        true
    }

    fn recover(&self, _: bool) {
        self.is_recovered.set(true);
    }

    fn functions(&self) -> Vec<Value> {
        let mut functions = vec![self.function.clone(), self.inverse.clone()];
        functions.extend(self.filter.clone());
        functions
    }
}
