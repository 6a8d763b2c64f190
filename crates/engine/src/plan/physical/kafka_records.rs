//! Records of Kafka topics, a range of offsets a partition (`KafkaRDD`).

use std::sync::Arc;

use brooklet_python::pickle::Pickled;

use super::PhysicalRdd;
use crate::feeds::Topic;
use crate::partition::{Chunk, Partition};
use crate::plan::{Plan, TaskContext};
use crate::task::TaskError;

/// Records of a partition of a topic, from one offset to another.
#[derive(Clone)]
pub struct TopicRange {
    /// The topic.
    pub topic: Arc<Topic>,
    /// Its name.
    pub name: String,
    /// The partition.
    pub partition: usize,
    /// The offset of the first record.
    pub from: i64,
    /// The offset behind the last.
    pub until: i64,
}

/// Pairs of key and value, a partition of the RDD a range; with all that is known of a record they
/// are tuples of topic, partition, offset, key and value.
pub(crate) struct KafkaRecords {
    pub(crate) ranges: Vec<TopicRange>,
    pub(crate) is_whole: bool,
}

impl PhysicalRdd for KafkaRecords {
    fn partitions(&self) -> usize {
        self.ranges.len()
    }

    fn parents(&self) -> Vec<Arc<Plan>> {
        Vec::new()
    }

    fn compute(&self, _: &mut TaskContext<'_>, partition: usize) -> Result<Partition, TaskError> {
        let range = &self.ranges[partition];
        let TopicRange {
            name,
            partition,
            from,
            until,
            ..
        } = range;
        let failed = |message: String| TaskError::Java {
            class: "java.lang.AssertionError",
            message: format!("assertion failed: {message}"),
        };
        if from > until {
            return Err(failed(format!(
                "Beginning offset {from} is after the ending offset {until} for topic {name} \
                 partition {partition}. You either provided an invalid fromOffset, or the Kafka topic \
                 has been damaged"
            )));
        }
        let records = range.topic.records(*partition, *from, *until);
        if (records.len() as i64) < until - from {
            return Err(failed(format!(
                "Ran out of messages before reaching ending offset {until} for topic {name} \
                 partition {partition} start {from}. This should not happen, and indicates that \
                 messages may have been lost"
            )));
        }
        let record = |(offset, [key, value]): (i64, [Pickled; 2])| match self.is_whole {
            true => Pickled::Tuple(Arc::new([
                Pickled::str(name),
                Pickled::Int(*partition as i64),
                Pickled::Int(offset),
                key,
                value,
            ])),
            false => Pickled::Tuple(Arc::new([key, value])),
        };
        let records = (*from..).zip(records).map(record);
        Ok(Partition::new(
            records.map(|record| Chunk::new(vec![record])).collect(),
        ))
    }

    fn known_len(&self) -> Option<usize> {
        let lengths = self.ranges.iter().map(|range| range.until - range.from);
        Some(lengths.sum::<i64>().max(0) as usize)
    }

    fn topic_ranges(&self) -> Option<&[TopicRange]> {
        Some(&self.ranges)
    }

    fn description(&self) -> &'static str {
        "KafkaRDD"
    }
}
