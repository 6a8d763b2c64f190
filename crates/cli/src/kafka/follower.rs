//! A topic, read on and on.

use std::sync::Arc;

use rskafka::client::partition::OffsetAt;
use rskafka::record::Record;

use super::{Cluster, KafkaError};

/// How long a partition is waited for that has nothing new, in milliseconds.
const WAIT_MS: i32 = 20;

/// Reads all partitions of a topic, each from an offset on. After an error it goes on where it was:
/// nothing is lost, and nothing comes twice.
pub(crate) struct Follower {
    cluster: Arc<Cluster>,
    topic: String,
    /// The offset of the next record of each partition.
    next: Vec<i64>,
}

/// A record that was read.
pub(crate) struct FollowedRecord {
    pub(crate) partition: usize,
    pub(crate) offset: i64,
    pub(crate) record: Record,
}

impl Follower {
    /// Begins at these offsets, by partition; elsewhere at the first record or behind the last.
    ///
    /// # Errors
    /// The cluster gives no answer; there is no such topic.
    pub(crate) fn new(
        cluster: Arc<Cluster>,
        topic: &str,
        offsets: &[(usize, i64)],
        from_beginning: bool,
    ) -> Result<Follower, KafkaError> {
        let count = cluster.partitions_of(topic)?;
        let count = count.ok_or(KafkaError::NoTopic)?;
        let mut next = Vec::with_capacity(count);
        for partition in 0..count {
            let given = offsets.iter().find(|(known, _)| *known == partition);
            next.push(match (given, from_beginning) {
                (Some((_, offset)), _) => *offset,
                (None, true) => cluster.offset(topic, partition, OffsetAt::Earliest)?,
                (None, false) => cluster.offset(topic, partition, OffsetAt::Latest)?,
            });
        }
        Ok(Follower {
            cluster,
            topic: topic.to_owned(),
            next,
        })
    }

    /// The offset of the next record of each partition.
    pub(crate) fn next(&self) -> &[i64] {
        &self.next
    }

    /// Goes round the partitions once. An offset that is gone is passed over to the first that is there.
    ///
    /// # Errors
    /// The cluster gives no answer.
    pub(crate) fn round(&mut self) -> Result<Vec<FollowedRecord>, KafkaError> {
        let mut all = Vec::new();
        for (partition, next) in self.next.iter_mut().enumerate() {
            let (records, then) = match self.cluster.fetch(&self.topic, partition, *next, WAIT_MS) {
                Ok(fetched) => fetched,
                Err(KafkaError::OffsetOutOfRange) => {
                    let first = self
                        .cluster
                        .offset(&self.topic, partition, OffsetAt::Earliest)?;
                    *next = first.max(*next);
                    continue;
                }
                // What the partitions before it gave is kept.
                Err(_) if !all.is_empty() => return Ok(all),
                Err(error) => return Err(error),
            };
            *next = then;
            all.extend(records.into_iter().map(|read| FollowedRecord {
                partition,
                offset: read.offset,
                record: read.record,
            }));
        }
        Ok(all)
    }
}
