//! Files that hold a partition each (`SparkContext.objectFile`).

use std::sync::Arc;

use brooklet_python::files::FileSystem;

use super::PhysicalRdd;
use crate::error::Error;
use crate::files::location;
use crate::partition::Partition;
use crate::rdd::Plan;
use crate::scheduler::TaskContext;
use crate::task::TaskError;

pub(crate) struct ObjectFiles {
    pub(crate) files: Arc<dyn FileSystem>,
    /// Each file, and what is in it if it is one of these.
    pub(crate) partitions: Vec<(String, Option<Partition>)>,
    /// A path that led nowhere, which a job finds out.
    pub(crate) missing: Option<String>,
}

impl PhysicalRdd for ObjectFiles {
    fn partitions(&self) -> usize {
        match self.missing {
            Some(_) => 1,
            None => self.partitions.len(),
        }
    }

    fn parents(&self) -> Vec<Arc<Plan>> {
        Vec::new()
    }

    fn compute(&self, _: &mut TaskContext<'_>, partition: usize) -> Result<Partition, TaskError> {
        let (path, partition) = &self.partitions[partition];
        partition.clone().ok_or_else(|| TaskError::Java {
            class: "java.io.IOException",
            message: format!("{} not a SequenceFile", location(&*self.files, path)),
        })
    }

    fn check(&self) -> Result<(), Error> {
        match &self.missing {
            Some(path) => Err(super::missing_input(&*self.files, path)),
            None => Ok(()),
        }
    }

    fn description(&self) -> &'static str {
        "MapPartitionsRDD"
    }

    fn place(&self) -> &'static str {
        "objectFile at NativeMethodAccessorImpl.java:0"
    }
}
