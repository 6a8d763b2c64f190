//! Every pair of chunks of two RDDs (`CartesianRDD`).

use std::sync::Arc;

use brooklet_python::pickle::Pickled;

use super::PhysicalRdd;
use crate::partition::{Chunk, Partition};
use crate::plan::{Plan, TaskContext};
use crate::task::TaskError;

/// Partition `i * right + j` pairs the left partition `i` with the right partition `j`: for each
/// left chunk each right chunk, and within a pair of chunks each left record with each right one.
pub(crate) struct CartesianRdd {
    left: Arc<Plan>,
    right: Arc<Plan>,
}

impl CartesianRdd {
    pub(crate) fn new(left: Arc<Plan>, right: Arc<Plan>) -> CartesianRdd {
        CartesianRdd { left, right }
    }
}

impl PhysicalRdd for CartesianRdd {
    fn partitions(&self) -> usize {
        self.left.partitions() * self.right.partitions()
    }

    fn parents(&self) -> Vec<Arc<Plan>> {
        vec![self.left.clone(), self.right.clone()]
    }

    fn compute(
        &self,
        task: &mut TaskContext<'_>,
        partition: usize,
    ) -> Result<Partition, TaskError> {
        let width = self.right.partitions();
        let left = self.left.partition(task, partition / width)?;
        if left.chunks().is_empty() {
            return Ok(Partition::default());
        }
        let right = self.right.partition(task, partition % width)?;
        let pairs = left.chunks().iter().flat_map(|one| {
            let others = right.chunks().iter();
            others.map(move |other| product(one, other))
        });
        Ok(Partition::new(pairs.collect()))
    }

    fn description(&self) -> &'static str {
        "CartesianRDD"
    }

    fn call_site(&self) -> &'static str {
        "cartesian at NativeMethodAccessorImpl.java:0"
    }
}

fn product(left: &Chunk, right: &Chunk) -> Chunk {
    let rows = (0..left.len()).flat_map(|one| {
        (0..right.len()).map(move |other| Pickled::tuple([left.row(one), right.row(other)]))
    });
    Chunk::new(rows.collect())
}
