//! Several RDDs as one (`UnionRDD`, `PartitionerAwareUnionRDD`).

use std::sync::Arc;

use brooklet_python::vm::Vm;

use super::PhysicalRdd;
use crate::context::Context;
use crate::error::Result;
use crate::partition::Partition;
use crate::rdd::{Plan, Rdd};
use crate::scheduler::TaskContext;
use crate::task::TaskError;

pub(crate) struct UnionRdd {
    parents: Vec<Arc<Plan>>,
    /// All parents place keys alike: partition `i` is made of every parent's partition `i`.
    partitioner_aware: bool,
}

impl UnionRdd {
    /// The union of RDDs as `SparkContext.union` of the JVM side makes it: RDDs without
    /// partitions are left out; if all others have one and the same partitioner, the union keeps it.
    pub(crate) fn plan(vm: &mut Vm, context: &Context, rdds: &[Rdd]) -> Result<Arc<Plan>> {
        let mut parents = Vec::with_capacity(rdds.len());
        for rdd in rdds {
            parents.push(rdd.realize(vm)?);
        }
        Ok(UnionRdd::of(context, parents))
    }

    fn of(context: &Context, mut parents: Vec<Arc<Plan>>) -> Arc<Plan> {
        parents.retain(|parent| parent.partitions() > 0);
        let first = parents.first().and_then(|parent| parent.placed_by());
        let placed_by =
            first.filter(|first| parents.iter().all(|plan| plan.placed_by() == Some(*first)));
        let node = UnionRdd {
            parents,
            partitioner_aware: placed_by.is_some(),
        };
        Plan::new(context, Box::new(node), placed_by)
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

    fn place(&self) -> &'static str {
        "union at NativeMethodAccessorImpl.java:0"
    }
}
