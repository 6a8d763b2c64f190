//! The nodes of `KafkaUtils.createDirectStream`.

use std::cell::RefCell;
use std::sync::Arc;

use brooklet_python::Vm;

use crate::dstream::BatchTime;
use crate::dstream::by_time::ByTime;
use crate::dstream::node::{Compute, Node};
use crate::error::Result;
use crate::feeds::Topic;
use crate::partition::Serializer;
use crate::plan::physical::{KafkaRecords, TopicRange};
use crate::rdd::Rdd;

/// How fast a direct stream reads: records a second.
#[derive(Clone, Copy, Debug, Default)]
pub struct DirectRates {
    /// `spark.streaming.kafka.maxRatePerPartition`.
    pub most_a_partition: Option<i64>,
    /// `spark.streaming.backpressure.initialRate`, of all partitions together, with back-pressure on.
    pub all: Option<i64>,
}

/// The records of topics, a partition each partition of a topic. A batch reads what was produced
/// until its time and not read before; what it is to read counts as read whatever becomes of its jobs.
///
/// Source: `DirectKafkaInputDStream`.
pub(crate) struct DirectKafkaStream {
    pub(crate) batch_ms: i64,
    pub(crate) is_whole: bool,
    pub(crate) rates: DirectRates,
    /// Where the next batch begins.
    pub(crate) next: RefCell<Vec<(Arc<Topic>, usize, i64)>>,
    /// What each batch reads.
    pub(crate) read: RefCell<ByTime<Vec<TopicRange>>>,
}

impl DirectKafkaStream {
    /// What a batch reads.
    fn ranges(&self, time: BatchTime) -> Vec<TopicRange> {
        if let Some(known) = self.read.borrow().get(time) {
            return known.clone();
        }
        let mut next = self.next.borrow_mut();
        let ends = next.iter().map(|(topic, partition, _)| {
            let ends = topic.ends(time.millis());
            ends.get(*partition).copied().unwrap_or(0)
        });
        let ends: Vec<i64> = ends.collect();
        let lags = next
            .iter()
            .zip(&ends)
            .map(|((.., from), end)| (end - from).max(0));
        let lags: Vec<i64> = lags.collect();
        let total: i64 = lags.iter().sum();
        let mut ranges = Vec::with_capacity(ends.len());
        for (at, (topic, partition, from)) in next.iter_mut().enumerate() {
            let share = self.rates.all.map(|rate| {
                let share = lags[at] as f64 / total.max(1) as f64 * rate as f64;
                share.round() as i64
            });
            let limit = match (share, self.rates.most_a_partition) {
                (Some(share), Some(most)) => Some(share.min(most)),
                (share, most) => share.or(most),
            };
            let until = match limit {
                Some(limit) => ends[at].min(*from + limit * self.batch_ms / 1000),
                None => ends[at],
            };
            ranges.push(TopicRange {
                name: topic.name.clone(),
                topic: topic.clone(),
                partition: *partition,
                from: *from,
                until,
            });
            *from = until;
        }
        self.read.borrow_mut().insert(time, ranges.clone());
        ranges
    }
}

impl Compute for DirectKafkaStream {
    fn class_name(&self) -> &'static str {
        "DirectKafkaInputDStream"
    }

    fn parents(&self) -> Vec<Node> {
        Vec::new()
    }

    fn slide_ms(&self) -> i64 {
        self.batch_ms
    }

    fn compute(&self, _: &mut Vm, node: &Node, time: BatchTime) -> Result<Option<Rdd>> {
        let records = KafkaRecords {
            ranges: self.ranges(time),
            is_whole: self.is_whole,
        };
        let spark = &node.lifecycle().spark;
        let plan = spark.plan(records, None);
        Ok(Some(Rdd::physical(spark, plan, Serializer::Bytes, None)))
    }

    fn reads_feeds(&self) -> bool {
        true
    }

    fn has_input_ahead(&self, now_ms: i64) -> bool {
        let next = self.next.borrow();
        next.iter().any(|(topic, partition, from)| {
            let ends = topic.ends(now_ms);
            topic.has_more(now_ms) || ends.get(*partition).is_some_and(|end| end > from)
        })
    }

    fn forget(&self, until: BatchTime) {
        drop(self.read.borrow_mut().take_until(until));
    }

    fn input_records(&self, time: BatchTime) -> usize {
        let read = self.read.borrow();
        let lengths = read.get(time).map(|ranges| {
            let lengths = ranges.iter().map(|range| range.until - range.from);
            lengths.sum::<i64>().max(0) as usize
        });
        lengths.unwrap_or(0)
    }
}

/// The decoded records of a direct stream: an RDD of its knows the offsets that it was read from.
pub(crate) struct DecodedStream {
    pub(crate) parent: Node,
}

impl Compute for DecodedStream {
    fn class_name(&self) -> &'static str {
        "PythonTransformedDStream"
    }

    fn parents(&self) -> Vec<Node> {
        vec![self.parent.clone()]
    }

    fn compute(&self, vm: &mut Vm, _: &Node, time: BatchTime) -> Result<Option<Rdd>> {
        match self.parent.rdd(vm, time)? {
            Some(rdd) => rdd.of_topics(vm).map(Some),
            None => Ok(None),
        }
    }
}
