//! The node of `StreamingContext.queueStream`.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use brooklet_python::Vm;

use crate::dstream::BatchTime;
use crate::dstream::node::{Compute, Node};
use crate::error::Result;
use crate::rdd::Rdd;

/// A queue of RDDs: one a batch, or all of them in the first batch. Once the queue is empty, every
/// batch gets the default RDD; without a default, an RDD with one empty partition.
///
/// Source: `QueueInputDStream`.
pub(crate) struct QueueStream {
    pub(crate) batch_ms: i64,
    /// Each RDD, and how many records it has where that is known.
    pub(crate) queue: RefCell<VecDeque<(Rdd, usize)>>,
    pub(crate) one_at_a_time: bool,
    /// The RDD of every batch once the queue is empty.
    pub(crate) default: Rdd,
    /// The time and the number of records of the last batch.
    pub(crate) latest: Cell<Option<(BatchTime, usize)>>,
}

impl Compute for QueueStream {
    fn class_name(&self) -> &'static str {
        "QueueInputDStream"
    }

    fn parents(&self) -> Vec<Node> {
        Vec::new()
    }

    fn slide_ms(&self) -> i64 {
        self.batch_ms
    }

    fn compute(&self, vm: &mut Vm, node: &Node, time: BatchTime) -> Result<Option<Rdd>> {
        let taken: Vec<(Rdd, usize)> = match self.one_at_a_time {
            true => self.queue.borrow_mut().pop_front().into_iter().collect(),
            false => self.queue.borrow_mut().drain(..).collect(),
        };
        let records = taken.iter().map(|(_, records)| records).sum();
        self.latest.set(Some((time, records)));
        let taken: Vec<Rdd> = taken.into_iter().map(|(rdd, _)| rdd).collect();
        let rdd = match taken.as_slice() {
            [] => self.default.clone(),
            [only] => only.clone(),
            several => return node.unite(vm, several).map(Some),
        };
        node.hand_on(vm, &rdd).map(Some)
    }

    fn has_input_ahead(&self, _: i64) -> bool {
        !self.queue.borrow().is_empty()
    }

    fn is_recoverable(&self) -> bool {
        false
    }

    fn input_records(&self, time: BatchTime) -> usize {
        match self.latest.get() {
            Some((latest, records)) if latest == time => records,
            _ => 0,
        }
    }
}
