//! The reading side of a shuffle (`ShuffledRDD`).

use std::sync::Arc;

use super::PhysicalRdd;
use crate::partition::Partition;
use crate::plan::{Plan, Shuffle, TaskContext};
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
        Ok(self.0.fetch(task.store, partition))
    }

    fn description(&self) -> &'static str {
        "MapPartitionsRDD"
    }

    fn call_site(&self) -> &'static str {
        "mapPartitions at PythonRDD.scala:197"
    }
}
