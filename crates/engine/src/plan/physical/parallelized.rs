//! Partitions that are there from the start (`ParallelCollectionRDD`, `EmptyRDD`, `BlockRDD`).

use std::sync::Arc;

use super::PhysicalRdd;
use crate::partition::Partition;
use crate::plan::{Plan, TaskContext};
use crate::task::TaskError;

pub(crate) struct Parallelized {
    partitions: Vec<Partition>,
    origin: Origin,
}

/// Where the partitions come from.
enum Origin {
    Collection,
    Receiver,
}

impl Parallelized {
    /// The slices of a collection.
    pub(crate) fn new(partitions: Vec<Partition>) -> Parallelized {
        let origin = Origin::Collection;
        Parallelized { partitions, origin }
    }

    /// The blocks that a receiver has stored: a partition each, none at all for a batch without blocks.
    pub(crate) fn blocks(partitions: Vec<Partition>) -> Parallelized {
        let origin = Origin::Receiver;
        Parallelized { partitions, origin }
    }
}

impl PhysicalRdd for Parallelized {
    fn partitions(&self) -> usize {
        self.partitions.len()
    }

    fn parents(&self) -> Vec<Arc<Plan>> {
        Vec::new()
    }

    fn compute(&self, _: &mut TaskContext<'_>, partition: usize) -> Result<Partition, TaskError> {
        Ok(self.partitions[partition].clone())
    }

    fn known_len(&self) -> Option<usize> {
        Some(self.partitions.iter().map(Partition::len).sum())
    }

    fn description(&self) -> &'static str {
        match self.origin {
            Origin::Receiver => "BlockRDD",
            Origin::Collection if self.partitions.is_empty() => "EmptyRDD",
            Origin::Collection => "ParallelCollectionRDD",
        }
    }

    fn call_site(&self) -> &'static str {
        match self.origin {
            Origin::Receiver => "socketTextStream at NativeMethodAccessorImpl.java:0",
            Origin::Collection if self.partitions.is_empty() => {
                "emptyRDD at NativeMethodAccessorImpl.java:0"
            }
            Origin::Collection => "readRDDFromFile at PythonRDD.scala:326",
        }
    }
}
