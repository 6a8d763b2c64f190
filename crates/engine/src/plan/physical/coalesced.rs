//! Neighbouring partitions put together, without a shuffle (`CoalescedRDD`).

use std::sync::Arc;

use super::PhysicalRdd;
use crate::partition::Partition;
use crate::plan::{Plan, TaskContext};
use crate::task::TaskError;

pub(crate) struct CoalescedRdd {
    parent: Arc<Plan>,
    partitions: usize,
}

impl CoalescedRdd {
    /// At most `wanted` partitions; never more than the parent has.
    pub(crate) fn new(parent: Arc<Plan>, wanted: usize) -> CoalescedRdd {
        let partitions = wanted.min(parent.partitions());
        CoalescedRdd { parent, partitions }
    }
}

impl PhysicalRdd for CoalescedRdd {
    fn partitions(&self) -> usize {
        self.partitions
    }

    fn parents(&self) -> Vec<Arc<Plan>> {
        vec![self.parent.clone()]
    }

    fn compute(
        &self,
        task: &mut TaskContext<'_>,
        partition: usize,
    ) -> Result<Partition, TaskError> {
        let cut = |at: usize| at * self.parent.partitions() / self.partitions;
        let parts = (cut(partition)..cut(partition + 1)).map(|at| self.parent.partition(task, at));
        Ok(Partition::concatenate(
            parts.collect::<Result<Vec<_>, _>>()?,
        ))
    }

    fn description(&self) -> &'static str {
        "CoalescedRDD"
    }

    fn call_site(&self) -> &'static str {
        "coalesce at NativeMethodAccessorImpl.java:0"
    }
}
