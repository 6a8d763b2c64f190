//! Files that hold a partition each (`SparkContext.objectFile`).

use std::sync::Arc;

use super::{InputFiles, PhysicalRdd};
use crate::error::Error;
use crate::files::location;
use crate::partition::Partition;
use crate::plan::{Plan, TaskContext};
use crate::task::TaskError;

/// Each file, and what is in it if it is one of these.
pub(crate) struct ObjectFiles(pub(crate) InputFiles<(String, Option<Partition>)>);

impl PhysicalRdd for ObjectFiles {
    fn partitions(&self) -> usize {
        self.0.len()
    }

    fn parents(&self) -> Vec<Arc<Plan>> {
        Vec::new()
    }

    fn compute(&self, _: &mut TaskContext<'_>, partition: usize) -> Result<Partition, TaskError> {
        let (path, partition) = &self.0.partitions[partition];
        partition.clone().ok_or_else(|| TaskError::Java {
            class: "java.io.IOException",
            message: format!("{} not a SequenceFile", location(&*self.0.files, path)),
        })
    }

    fn check(&self) -> Result<(), Error> {
        self.0.check()
    }

    fn description(&self) -> &'static str {
        "MapPartitionsRDD"
    }

    fn call_site(&self) -> &'static str {
        "objectFile at NativeMethodAccessorImpl.java:0"
    }
}
