//! The nodes of `KafkaUtils.createDirectStream`.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use brooklet_python::Vm;

use crate::dstream::BatchTime;
use crate::dstream::by_time::ByTime;
use crate::dstream::inputs::rate_controller::{BatchDurations, PidSettings, RateController};
use crate::dstream::node::{Compute, Node};
use crate::error::{Error, Result};
use crate::feeds::{BrokerError, TopicLog};
use crate::partition::Serializer;
use crate::plan::physical::{KafkaRecords, TopicRange};
use crate::rdd::Rdd;

/// How a direct stream reads; rates are records a second.
#[derive(Clone, Copy, Debug, Default)]
pub struct DirectSettings {
    /// `spark.streaming.kafka.maxRatePerPartition`.
    pub most_a_partition: Option<i64>,
    /// `spark.streaming.backpressure.initialRate`, of all partitions together, with back-pressure on.
    pub all: Option<i64>,
    /// How it learns what it may read, with back-pressure.
    pub pressure: Option<PidSettings>,
    /// `spark.streaming.kafka.maxRetries`: how often a broker is asked again that cannot be asked.
    pub retries: u32,
}

/// The records of topics, a partition each partition of a topic. A batch reads what was produced
/// until its time and not read before; what it is to read counts as read whatever becomes of its jobs.
///
/// Source: `DirectKafkaInputDStream`.
pub(crate) struct DirectKafkaStream {
    batch_ms: i64,
    is_whole: bool,
    settings: DirectSettings,
    controller: Option<RateController>,
    /// What back-pressure has learned: records a second.
    learned: Cell<Option<i64>>,
    /// Where the next batch begins.
    next: RefCell<Vec<(Arc<dyn TopicLog>, usize, i64)>>,
    /// What each batch reads.
    read: RefCell<ByTime<Vec<TopicRange>>>,
}

impl DirectKafkaStream {
    /// A stream that begins at these offsets.
    pub(crate) fn new(
        offsets: Vec<(Arc<dyn TopicLog>, usize, i64)>,
        is_whole: bool,
        batch_ms: i64,
        settings: DirectSettings,
    ) -> DirectKafkaStream {
        let pressure = settings.pressure;
        DirectKafkaStream {
            batch_ms,
            is_whole,
            settings,
            controller: pressure.map(|pressure| RateController::new(pressure, batch_ms)),
            learned: Cell::new(None),
            next: RefCell::new(offsets),
            read: RefCell::default(),
        }
    }

    /// What a batch reads.
    ///
    /// # Errors
    /// `SparkException` when the broker cannot be asked: the next batch begins where this one would.
    fn ranges(&self, time: BatchTime) -> Result<Vec<TopicRange>> {
        if let Some(known) = self.read.borrow().get(time) {
            return Ok(known.clone());
        }
        let mut next = self.next.borrow_mut();
        let ends = self.latest(&next, time)?;
        let lags = next
            .iter()
            .zip(&ends)
            .map(|((.., from), end)| (end - from).max(0));
        let lags: Vec<i64> = lags.collect();
        let total: i64 = lags.iter().sum();
        let mut ranges = Vec::with_capacity(ends.len());
        for (at, (topic, partition, from)) in next.iter_mut().enumerate() {
            let share = self.learned.get().or(self.settings.all).map(|rate| {
                let share = lags[at] as f64 / total.max(1) as f64 * rate as f64;
                share.round() as i64
            });
            let limit = match (share, self.settings.most_a_partition) {
                (Some(share), Some(most)) => Some(share.min(most)),
                (share, most) => share.or(most),
            };
            let until = match limit {
                Some(limit) => ends[at].min(*from + limit * self.batch_ms / 1000),
                None => ends[at],
            };
            ranges.push(TopicRange {
                topic: topic.clone(),
                partition: *partition,
                from: *from,
                until,
            });
            *from = until;
        }
        self.read.borrow_mut().insert(time, ranges.clone());
        Ok(ranges)
    }

    /// The latest offset of each partition that it reads; asked again if that fails.
    fn latest(
        &self,
        next: &[(Arc<dyn TopicLog>, usize, i64)],
        time: BatchTime,
    ) -> Result<Vec<i64>> {
        let mut topics: Vec<(&str, Vec<i64>)> = Vec::new();
        let mut latest = Vec::with_capacity(next.len());
        for (topic, partition, _) in next {
            let known = topics.iter().position(|(name, _)| *name == topic.name());
            let at = match known {
                Some(at) => at,
                None => {
                    let mut ends = topic.ends(time.millis());
                    for _ in 0..self.settings.retries {
                        ends = ends.or_else(|_| topic.ends(time.millis()));
                    }
                    let ends = ends.map_err(|error| no_leader_offsets(&error, next))?;
                    topics.push((topic.name(), ends));
                    topics.len() - 1
                }
            };
            latest.push(topics[at].1.get(*partition).copied().unwrap_or(0));
        }
        Ok(latest)
    }
}

/// What Spark throws where the latest offsets cannot be had.
///
/// Source: `DirectKafkaInputDStream.latestLeaderOffsets`, `KafkaCluster.getLeaderOffsets`.
fn no_leader_offsets(error: &BrokerError, next: &[(Arc<dyn TopicLog>, usize, i64)]) -> Error {
    let partitions = next
        .iter()
        .map(|(topic, partition, _)| format!("[{},{partition}]", topic.name()));
    let partitions: Vec<String> = partitions.collect();
    Error::spark(format!(
        "ArrayBuffer({error}, org.apache.spark.SparkException: Couldn't find leader offsets for \
         Set({}))",
        partitions.join(", ")
    ))
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
            ranges: self.ranges(time)?,
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
            let is_unread = |ends: Vec<i64>| ends.get(*partition).is_some_and(|end| end > from);
            topic.has_more(now_ms) || topic.ends(now_ms).is_ok_and(is_unread)
        })
    }

    fn forget(&self, until: BatchTime) {
        drop(self.read.borrow_mut().take_until(until));
    }

    fn reported_records(&self, time: BatchTime) -> Option<usize> {
        Some(self.input_records(time))
    }

    fn complete(&self, time: BatchTime, batch: BatchDurations) {
        let controller = self.controller.as_ref();
        let rate =
            controller.and_then(|controller| controller.complete(batch, self.input_records(time)));
        if rate.is_some() {
            self.learned.set(rate);
        }
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
