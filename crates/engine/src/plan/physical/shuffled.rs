//! The reading side of a shuffle (`ShuffledRDD`).

use std::sync::Arc;

use super::PhysicalRdd;
use crate::partition::Partition;
use crate::rdd::Plan;
use crate::scheduler::TaskContext;
use crate::shuffle::Shuffle;
use crate::task::TaskError;

pub(crate) struct ShuffledRdd(Arc<Shuffle>);

impl ShuffledRdd {
    pub(crate) fn new(shuffle: Arc<Shuffle>) -> ShuffledRdd {
        ShuffledRdd(shuffle)
    }
}

impl PhysicalRdd for ShuffledRdd {
    fn partitions(&self) -> usize {
        self.0.partitions()
    }

    fn parents(&self) -> Vec<Arc<Plan>> {
        Vec::new()
    }

    fn shuffle(&self) -> Option<Arc<Shuffle>> {
        Some(self.0.clone())
    }

    fn compute(
        &self,
        task: &mut TaskContext<'_>,
        partition: usize,
    ) -> Result<Partition, TaskError> {
        let chunks = self.0.fetch(partition, task.looked.as_deref());
        Ok(Partition::new(chunks))
    }

    fn description(&self) -> &'static str {
        "MapPartitionsRDD"
    }

    fn place(&self) -> &'static str {
        "mapPartitions at PythonRDD.scala:197"
    }
}
