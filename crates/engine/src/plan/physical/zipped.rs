//! Two RDDs side by side (`ZippedPartitionsRDD2`).

use std::sync::Arc;

use brooklet_python::pickle::Pickled;

use super::PhysicalRdd;
use crate::partition::{Chunk, Partition};
use crate::plan::{Plan, TaskContext};
use crate::task::TaskError;

/// Pairs chunks in order; both RDDs have the same number of partitions.
pub(crate) struct ZippedRdd {
    left: Arc<Plan>,
    right: Arc<Plan>,
}

impl ZippedRdd {
    pub(crate) fn new(left: Arc<Plan>, right: Arc<Plan>) -> ZippedRdd {
        ZippedRdd { left, right }
    }
}

impl PhysicalRdd for ZippedRdd {
    fn partitions(&self) -> usize {
        self.left.partitions()
    }

    fn parents(&self) -> Vec<Arc<Plan>> {
        vec![self.left.clone(), self.right.clone()]
    }

    fn compute(
        &self,
        task: &mut TaskContext<'_>,
        partition: usize,
    ) -> Result<Partition, TaskError> {
        let left = self.left.partition(task, partition)?;
        let right = self.right.partition(task, partition)?;
        if left.chunks().len() != right.chunks().len() {
            return Err(TaskError::Java {
                class: "org.apache.spark.SparkException",
                message: "Can only zip RDDs with same number of elements in each partition"
                    .to_string(),
            });
        }
        let pairs = left.chunks().iter().zip(right.chunks());
        let chunks: Result<Vec<Chunk>, TaskError> =
            pairs.map(|(one, other)| zip(one, other)).collect();
        Ok(Partition::new(chunks?))
    }

    fn description(&self) -> &'static str {
        "ZippedPartitionsRDD2"
    }

    fn call_site(&self) -> &'static str {
        "zip at NativeMethodAccessorImpl.java:0"
    }
}

fn zip(left: &Chunk, right: &Chunk) -> Result<Chunk, TaskError> {
    if left.len() != right.len() {
        return Err(TaskError::UnequalChunks {
            left: left.len(),
            right: right.len(),
        });
    }
    let rows = (0..left.len()).map(|at| Pickled::tuple([left.row(at), right.row(at)]));
    Ok(Chunk::new(rows.collect()))
}
