//! Python steps over a plan (`PythonRDD`).

use std::sync::Arc;

use super::PhysicalRdd;
use crate::error::Error;
use crate::partition::{Partition, Serializer, write_chunks};
use crate::plan::{Pipeline, Plan, TaskContext};
use crate::task::TaskError;

pub(crate) struct PythonRdd {
    pipeline: Pipeline,
    serializer: Serializer,
}

impl PythonRdd {
    pub(crate) fn new(pipeline: Pipeline, serializer: Serializer) -> PythonRdd {
        PythonRdd {
            pipeline,
            serializer,
        }
    }
}

impl PhysicalRdd for PythonRdd {
    fn partitions(&self) -> usize {
        self.pipeline.base.partitions()
    }

    fn parents(&self) -> Vec<Arc<Plan>> {
        vec![self.pipeline.base.clone()]
    }

    fn compute(
        &self,
        task: &mut TaskContext<'_>,
        partition: usize,
    ) -> Result<Partition, TaskError> {
        let records = self.pipeline.open(task, partition)?;
        let written = write_chunks(task.vm, records, &self.serializer)?;
        task.take_updates()?;
        Ok(written)
    }

    fn check(&self) -> Result<(), Error> {
        self.pipeline.check()
    }

    fn operator(&self) -> Option<&'static str> {
        self.pipeline.operator()
    }

    fn description(&self) -> &'static str {
        "PythonRDD"
    }
}
