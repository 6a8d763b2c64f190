//! The kinds of plans: what Spark's JVM side computes a partition from.

mod cartesian;
mod coalesced;
mod input_files;
mod kafka_records;
mod object_files;
mod parallelized;
mod python_rdd;
mod shuffled;
mod text_files;
mod union;
mod zipped;

use std::sync::Arc;

pub(crate) use cartesian::CartesianRdd;
pub(crate) use coalesced::CoalescedRdd;
pub(crate) use input_files::InputFiles;
pub use kafka_records::TopicRange;
pub(crate) use kafka_records::{KafkaRecords, pickled_content};
pub(crate) use object_files::ObjectFiles;
pub(crate) use parallelized::Parallelized;
pub(crate) use python_rdd::PythonRdd;
pub(crate) use shuffled::ShuffledRdd;
pub(crate) use text_files::{FilePart, TextFiles, TextFormat};
pub(crate) use union::UnionRdd;
pub(crate) use zipped::ZippedRdd;

use super::{Plan, Shuffle, TaskContext};
use crate::error::Error;
use crate::partition::Partition;
use crate::task::TaskError;

/// How a plan's partitions are computed.
pub(crate) trait PhysicalRdd: Send + Sync {
    /// How many partitions there are.
    fn partitions(&self) -> usize;

    /// The plans that it reads in its own stage.
    fn parents(&self) -> Vec<Arc<Plan>>;

    /// The shuffle that it reads.
    fn shuffle(&self) -> Option<Arc<Shuffle>> {
        None
    }

    /// Computes a partition.
    fn compute(&self, task: &mut TaskContext<'_>, partition: usize)
    -> Result<Partition, TaskError>;

    /// Why no job can read it, known before any task runs: a missing file, a destroyed
    /// broadcast variable.
    fn check(&self) -> Result<(), Error> {
        Ok(())
    }

    /// How many records it has, where that is known without computing it.
    fn known_len(&self) -> Option<usize> {
        None
    }

    /// The records of topics that it reads, if it reads any.
    fn topic_ranges(&self) -> Option<&[TopicRange]> {
        None
    }

    /// The last Python step that it runs, if it runs any.
    fn operator(&self) -> Option<&'static str> {
        None
    }

    /// What `toDebugString` calls it.
    fn description(&self) -> &'static str;

    /// The place in the code of Spark that `toDebugString` shows after it.
    fn call_site(&self) -> &'static str {
        "RDD at PythonRDD.scala:59"
    }
}
