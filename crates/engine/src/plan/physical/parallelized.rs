//! Partitions that are there from the start (`ParallelCollectionRDD`, `EmptyRDD`).

use std::sync::Arc;

use super::PhysicalRdd;
use crate::partition::Partition;
use crate::plan::{Plan, TaskContext};
use crate::task::TaskError;

pub(crate) struct Parallelized(Vec<Partition>);

impl Parallelized {
    pub(crate) fn new(partitions: Vec<Partition>) -> Parallelized {
        Parallelized(partitions)
    }
}

impl PhysicalRdd for Parallelized {
    fn partitions(&self) -> usize {
        self.0.len()
    }

    fn parents(&self) -> Vec<Arc<Plan>> {
        Vec::new()
    }

    fn compute(&self, _: &mut TaskContext<'_>, partition: usize) -> Result<Partition, TaskError> {
        Ok(self.0[partition].clone())
    }

    fn known_len(&self) -> Option<usize> {
        Some(self.0.iter().map(Partition::len).sum())
    }

    fn description(&self) -> &'static str {
        match self.0.is_empty() {
            true => "EmptyRDD",
            false => "ParallelCollectionRDD",
        }
    }

    fn call_site(&self) -> &'static str {
        match self.0.is_empty() {
            true => "emptyRDD at NativeMethodAccessorImpl.java:0",
            false => "readRDDFromFile at PythonRDD.scala:326",
        }
    }
}
