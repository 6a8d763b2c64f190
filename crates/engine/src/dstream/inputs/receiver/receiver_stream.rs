//! The node of an input with a receiver.

use std::cell::{Cell, RefCell};

use brooklet_python::Vm;
use brooklet_python::pickle::Pickled;

use super::block_generator::{BlockGenerator, ReceivedBlock};
use super::{Received, Receiver};
use crate::dstream::BatchTime;
use crate::dstream::by_time::ByTime;
use crate::dstream::inputs::rate_controller::{BatchDurations, PidSettings, RateController};
use crate::dstream::node::{Compute, Node};
use crate::error::Result;
use crate::partition::{Chunk, Partition, Serializer};
use crate::plan::physical::Parallelized;
use crate::rdd::Rdd;

/// How receivers are set up.
#[derive(Clone, Copy, Debug)]
pub struct ReceiverSettings {
    /// `spark.streaming.blockInterval`, in milliseconds.
    pub block_ms: i64,
    /// How fast it reads at first: records a second.
    pub initial_rate: Option<f64>,
    /// `spark.streaming.receiver.maxRate`: records a second.
    pub most: Option<f64>,
    /// How it learns what it may read, with back-pressure.
    pub pressure: Option<PidSettings>,
    /// `spark.streaming.receiverRestartDelay`, in milliseconds.
    pub restart_ms: i64,
}

/// What happens to a receiver, and when, in milliseconds since 1970.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReceiverNotice {
    /// It has begun to receive.
    Started,
    /// A block was stored under this name.
    Stored(String),
    /// It has failed, and starts anew after a delay.
    Restarts {
        /// What happened.
        message: String,
        /// The exception of Java, if there is one.
        exception: Option<&'static str>,
    },
    /// It cannot be started: the exception of Java.
    CannotStart(String),
    /// The driver has stopped it.
    Stopped,
}

/// What a receiver gets, a partition a block; a batch without blocks has no partition. A batch gets
/// all blocks that were cut before it and that no batch has had.
///
/// Source: `ReceiverInputDStream`, `ReceivedBlockTracker.allocateBlocksToBatch`.
pub(crate) struct ReceiverStream {
    batch_ms: i64,
    class_name: &'static str,
    settings: ReceiverSettings,
    controller: Option<RateController>,
    receiver: RefCell<Box<dyn Receiver>>,
    generator: RefCell<Option<BlockGenerator>>,
    allocated: RefCell<ByTime<Vec<Partition>>>,
    /// Its number among the inputs.
    stream: usize,
    /// What of its life was not told yet.
    news: RefCell<Vec<(i64, ReceiverNotice)>>,
    is_started: Cell<bool>,
}

impl ReceiverStream {
    pub(crate) fn new(
        class_name: &'static str,
        receiver: Box<dyn Receiver>,
        (stream, batch_ms): (usize, i64),
        settings: ReceiverSettings,
    ) -> ReceiverStream {
        ReceiverStream {
            batch_ms,
            class_name,
            controller: settings
                .pressure
                .map(|pressure| RateController::new(pressure, batch_ms)),
            settings,
            receiver: RefCell::new(receiver),
            generator: RefCell::default(),
            allocated: RefCell::default(),
            stream,
            news: RefCell::default(),
            is_started: Cell::new(false),
        }
    }

    /// Its class and number, as its events name it.
    pub(crate) fn receiver_name(&self) -> String {
        let class = self.receiver.borrow().class_name();
        format!("{class}-{}", self.stream)
    }

    /// Begins to receive.
    pub(crate) fn start(&self, now_ms: i64) {
        let settings = self.settings;
        let generator = BlockGenerator::new(settings.block_ms, settings.initial_rate, now_ms);
        *self.generator.borrow_mut() = Some(generator);
        let mut receiver = self.receiver.borrow_mut();
        receiver.start(now_ms, settings.restart_ms);
        self.is_started.set(true);
        let mut news = self.news.borrow_mut();
        news.push((now_ms, ReceiverNotice::Started));
    }

    /// Takes what has come until now; what has happened meanwhile.
    pub(crate) fn receive(&self, until_ms: i64) -> Vec<(i64, ReceiverNotice)> {
        let mut notices = self.news.take();
        let mut generator = self.generator.borrow_mut();
        let Some(generator) = &mut *generator else {
            return notices;
        };
        for (at_ms, received) in self.receiver.borrow_mut().receive(until_ms) {
            let notice = match received {
                Received::Record(record) => {
                    generator.add(at_ms, record);
                    continue;
                }
                Received::Restarts { message, exception } => {
                    ReceiverNotice::Restarts { message, exception }
                }
                Received::CannotStart(exception) => ReceiverNotice::CannotStart(exception),
            };
            notices.push((at_ms, notice));
        }
        generator.read(until_ms);
        let mut names = Vec::new();
        for block in generator.untold(until_ms) {
            block.is_told = true;
            names.push(block.cut_ms);
        }
        let stored = names.into_iter().map(|cut_ms| {
            let name = format!("input-{}-{}", self.stream, cut_ms - self.settings.block_ms);
            (cut_ms, ReceiverNotice::Stored(name))
        });
        notices.extend(stored);
        notices.sort_by_key(|(at_ms, _)| *at_ms);
        notices
    }

    /// Gives a batch the blocks that were cut before it.
    pub(crate) fn allocate(&self, time: BatchTime) {
        let mut generator = self.generator.borrow_mut();
        let blocks = match &mut *generator {
            Some(generator) => generator.take_before(time.millis()),
            None => Vec::new(),
        };
        let partitions = blocks.into_iter().map(partition).collect();
        self.allocated.borrow_mut().insert(time, partitions);
    }

    /// Ends receiving; what was read becomes a block.
    pub(crate) fn stop(&self, now_ms: i64) {
        if !self.is_started.replace(false) {
            return;
        }
        self.receiver.borrow_mut().stop();
        if let Some(generator) = &mut *self.generator.borrow_mut() {
            generator.end(now_ms);
        }
        let mut news = self.news.borrow_mut();
        news.push((now_ms, ReceiverNotice::Stopped));
    }

    /// Whether records will come, as far as is known.
    pub(crate) fn has_more(&self) -> bool {
        let generator = self.generator.borrow();
        let holds_any = generator.as_ref().is_some_and(BlockGenerator::holds_any);
        holds_any || self.receiver.borrow().has_more()
    }
}

/// A block as a partition: PySpark reads its lines one by one.
fn partition(block: ReceivedBlock) -> Partition {
    let records = block.records.into_iter();
    Partition::new(
        records
            .map(|record: Pickled| Chunk::new(vec![record]))
            .collect(),
    )
}

impl Compute for ReceiverStream {
    fn class_name(&self) -> &'static str {
        self.class_name
    }

    fn parents(&self) -> Vec<Node> {
        Vec::new()
    }

    fn slide_ms(&self) -> i64 {
        self.batch_ms
    }

    fn compute(&self, _: &mut Vm, node: &Node, time: BatchTime) -> Result<Option<Rdd>> {
        let allocated = self.allocated.borrow();
        let partitions = allocated.get(time).cloned().unwrap_or_default();
        let spark = &node.lifecycle().spark;
        let plan = spark.plan(Parallelized::blocks(partitions), None);
        let serializer = Serializer::Text(true);
        Ok(Some(Rdd::physical(spark, plan, serializer, None)))
    }

    fn receiver(&self) -> Option<&ReceiverStream> {
        Some(self)
    }

    fn has_input_ahead(&self, _: i64) -> bool {
        self.has_more()
    }

    fn recover(&self, keeps_blocks: bool) {
        if !keeps_blocks {
            *self.allocated.borrow_mut() = ByTime::default();
        }
        *self.generator.borrow_mut() = None;
    }

    fn forget(&self, until: BatchTime) {
        drop(self.allocated.borrow_mut().take_until(until));
    }

    fn reported_records(&self, time: BatchTime) -> Option<usize> {
        Some(self.input_records(time))
    }

    fn complete(&self, time: BatchTime, batch: BatchDurations) {
        let controller = self.controller.as_ref();
        let rate =
            controller.and_then(|controller| controller.complete(batch, self.input_records(time)));
        if let (Some(rate), Some(generator)) = (rate, &mut *self.generator.borrow_mut()) {
            let most = self.settings.most.unwrap_or(f64::INFINITY);
            generator.set_rate((rate as f64).min(most), batch.ended_ms);
        }
    }

    fn input_records(&self, time: BatchTime) -> usize {
        let allocated = self.allocated.borrow();
        let partitions = allocated.get(time);
        partitions.map_or(0, |partitions| partitions.iter().map(Partition::len).sum())
    }
}
