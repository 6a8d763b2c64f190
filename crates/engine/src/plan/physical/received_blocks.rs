//! The blocks that a receiver has stored (`BlockRDD`).

use std::sync::Arc;

use super::PhysicalRdd;
use crate::partition::Partition;
use crate::plan::{Plan, TaskContext};
use crate::task::TaskError;

/// The blocks that a receiver has stored: a partition each, none at all for a batch without blocks.
pub(crate) struct ReceivedBlocks(Vec<Partition>);

impl ReceivedBlocks {
    pub(crate) fn new(blocks: Vec<Partition>) -> ReceivedBlocks {
        ReceivedBlocks(blocks)
    }
}

impl PhysicalRdd for ReceivedBlocks {
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
        "BlockRDD"
    }

    fn call_site(&self) -> &'static str {
        "socketTextStream at NativeMethodAccessorImpl.java:0"
    }
}
