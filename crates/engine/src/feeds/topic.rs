//! A topic of a Kafka broker.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::broker::{BrokerError, LogRecord, LogSlice, Subscription, TopicLog};
use super::{BatchGrid, When};

/// A topic of a Kafka broker: partitions of records, each with its offset. Nothing is ever deleted.
pub struct Topic {
    name: String,
    partitions: Mutex<Vec<Vec<TopicRecord>>>,
}

/// A record of a topic.
pub struct TopicRecord {
    /// When it is produced.
    pub when: When,
    /// Its key and its value.
    pub content: [Option<Arc<[u8]>>; 2],
}

impl Topic {
    /// A topic without partitions.
    pub fn new(name: &str) -> Topic {
        Topic {
            name: name.to_owned(),
            partitions: Mutex::default(),
        }
    }

    /// Adds a record at the end of a partition; those before it are made.
    pub fn add(&self, partition: usize, record: TopicRecord) {
        self.grow(partition + 1);
        self.partitions()[partition].push(record);
    }

    /// Lets it have so many partitions at least.
    pub fn grow(&self, count: usize) {
        let mut partitions = self.partitions();
        let count = count.max(partitions.len());
        partitions.resize_with(count, Vec::new);
    }

    /// The offset that the next record of each partition will have.
    fn counts(&self, now_ms: i64) -> Vec<i64> {
        let is_there = |record: &&TopicRecord| matches!(record.when, When::At(ms) if ms <= now_ms);
        let partitions = self.partitions();
        let end = |records: &Vec<TopicRecord>| records.iter().take_while(is_there).count() as i64;
        partitions.iter().map(end).collect()
    }

    /// What is produced in all partitions after one moment and until another.
    fn produced(&self, after_ms: i64, until_ms: i64) -> Vec<(i64, [Option<Arc<[u8]>>; 2])> {
        let partitions = self.partitions();
        let mut produced = Vec::new();
        for record in partitions.iter().flatten() {
            if let When::At(ms) = record.when
                && ms > after_ms
                && ms <= until_ms
            {
                produced.push((ms, record.content.clone()));
            }
        }
        produced
    }

    fn partitions(&self) -> MutexGuard<'_, Vec<Vec<TopicRecord>>> {
        self.partitions
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn set_batches(&self, grid: BatchGrid) {
        for record in self.partitions().iter_mut().flatten() {
            if let When::ForBatch(batch) = record.when {
                record.when = When::At(grid.arrival_ms(batch));
            }
        }
    }
}

impl TopicLog for Topic {
    fn name(&self) -> &str {
        &self.name
    }

    fn begins(&self) -> Result<Vec<i64>, BrokerError> {
        Ok(vec![0; self.partitions().len()])
    }

    fn ends(&self, now_ms: i64) -> Result<Vec<i64>, BrokerError> {
        Ok(self.counts(now_ms))
    }

    fn read(&self, partition: usize, from: i64, until: i64) -> Result<LogSlice, BrokerError> {
        let partitions = self.partitions();
        let records = partitions.get(partition).map(Vec::as_slice);
        let records = records.unwrap_or_default();
        let end = (until.max(0) as usize).min(records.len());
        let begin = (from.max(0) as usize).min(end);
        let record = |(offset, record): (i64, &TopicRecord)| LogRecord {
            offset,
            content: record.content.clone(),
        };
        let records = (begin as i64..).zip(&records[begin..end]);
        Ok(LogSlice {
            records: records.map(record).collect(),
            end: end as i64,
        })
    }

    fn has_more(&self, now_ms: i64) -> bool {
        let ends = self.counts(now_ms);
        let partitions = self.partitions();
        let mut both = partitions.iter().zip(ends);
        both.any(|(records, end)| (records.len() as i64) > end)
    }
}

/// What is produced into topics that are feeds, in the order of time.
pub(super) struct FeedSubscription {
    pub(super) topics: Vec<Arc<Topic>>,
    /// Until when it has received.
    pub(super) received_ms: i64,
}

impl Subscription for FeedSubscription {
    fn records(&mut self, until_ms: i64) -> Vec<(i64, [Option<Arc<[u8]>>; 2])> {
        let topics = self.topics.iter();
        let produced = topics.flat_map(|topic| topic.produced(self.received_ms, until_ms));
        let mut produced: Vec<_> = produced.collect();
        produced.sort_by_key(|(ms, _)| *ms);
        self.received_ms = self.received_ms.max(until_ms);
        produced
    }

    fn has_more(&self) -> bool {
        let mut topics = self.topics.iter();
        topics.any(|topic| topic.has_more(self.received_ms))
    }
}
