//! Several RDDs as one (`UnionRDD`, `PartitionerAwareUnionRDD`).

use std::sync::Arc;

use super::PhysicalRdd;
use crate::partition::Partition;
use crate::plan::{Plan, PythonPartitioner, TaskContext};
use crate::task::TaskError;

pub(crate) struct UnionRdd {
    parents: Vec<Arc<Plan>>,
    /// All parents have the same partitioner: partition `i` is made of every parent's partition `i`.
    partitioner_aware: bool,
}

impl UnionRdd {
    /// The union of plans as `SparkContext.union` of the JVM side makes it: those without
    /// partitions are left out; if all others have one and the same partitioner, so has the union.
    pub(crate) fn new(mut parents: Vec<Arc<Plan>>) -> (UnionRdd, Option<PythonPartitioner>) {
        parents.retain(|parent| parent.partitions() > 0);
        let first = parents.first().and_then(|parent| parent.partitioner());
        let partitioner = first.filter(|first| {
            parents
                .iter()
                .all(|plan| plan.partitioner() == Some(*first))
        });
        let node = UnionRdd {
            parents,
            partitioner_aware: partitioner.is_some(),
        };
        (node, partitioner)
    }
}

impl PhysicalRdd for UnionRdd {
    fn partitions(&self) -> usize {
        match self.partitioner_aware {
            true => self.parents[0].partitions(),
            false => self.parents.iter().map(|plan| plan.partitions()).sum(),
        }
    }

    fn parents(&self) -> Vec<Arc<Plan>> {
        self.parents.clone()
    }

    fn compute(
        &self,
        task: &mut TaskContext<'_>,
        partition: usize,
    ) -> Result<Partition, TaskError> {
        if self.partitioner_aware {
            let parts = self
                .parents
                .iter()
                .map(|plan| plan.partition(task, partition));
            let parts = parts.collect::<Result<Vec<_>, _>>()?;
            return Ok(Partition::concatenate(parts));
        }
        let mut index = partition;
        for plan in &self.parents {
            if index < plan.partitions() {
                return plan.partition(task, index);
            }
            index -= plan.partitions();
        }
        unreachable!("the partition is one of the parents'")
    }

    fn description(&self) -> &'static str {
        match self.partitioner_aware {
            true => "PartitionerAwareUnionRDD",
            false => "UnionRDD",
        }
    }

    fn call_site(&self) -> &'static str {
        "union at NativeMethodAccessorImpl.java:0"
    }
}
