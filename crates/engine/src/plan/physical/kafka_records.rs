//! Records of Kafka topics, a range of offsets a partition (`KafkaRDD`).

use std::sync::Arc;

use brooklet_python::pickle::Pickled;

use super::PhysicalRdd;
use crate::feeds::{BrokerError, LogRecord, TopicLog};
use crate::partition::{Chunk, Partition};
use crate::plan::{Plan, TaskContext};
use crate::task::TaskError;

/// Records of a partition of a topic, from one offset to another.
#[derive(Clone)]
pub struct TopicRange {
    /// The topic.
    pub topic: Arc<dyn TopicLog>,
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
            topic,
            partition,
            from,
            until,
        } = range;
        let name = topic.name();
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
        let slice = topic.read(*partition, *from, *until);
        let slice =
            slice.map_err(|BrokerError { class, message }| TaskError::Java { class, message })?;
        if slice.end < *until {
            return Err(failed(format!(
                "Ran out of messages before reaching ending offset {until} for topic {name} \
                 partition {partition} start {from}. This should not happen, and indicates that \
                 messages may have been lost"
            )));
        }
        let record = |LogRecord { offset, content }| {
            let [key, value] = pickled_content(content);
            match self.is_whole {
                true => Pickled::Tuple(Arc::new([
                    Pickled::str(name),
                    Pickled::Int(*partition as i64),
                    Pickled::Int(offset),
                    key,
                    value,
                ])),
                false => Pickled::Tuple(Arc::new([key, value])),
            }
        };
        let records = slice.records.into_iter().map(record);
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

/// Key and value of a record as values of Python.
pub(crate) fn pickled_content(content: [Option<Arc<[u8]>>; 2]) -> [Pickled; 2] {
    content.map(|bytes| bytes.map_or(Pickled::None, Pickled::Bytes))
}
