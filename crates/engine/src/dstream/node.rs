//! A node of the graph: what the JVM side calls a DStream.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use brooklet_python::{Value, Vm};

use super::BatchTime;
use super::by_time::ByTime;
use super::history::History;
use super::inputs::{BatchDurations, ReceiverStream};
use super::lifecycle::Lifecycle;
use crate::error::{Error, Result};
use crate::partition::Serializer;
use crate::partition::StorageLevel;
use crate::rdd::Rdd;

/// How a node makes the RDD of a batch.
pub(crate) trait Compute {
    /// The name of its class in Spark, for messages.
    fn class_name(&self) -> &'static str;

    /// The nodes that it reads.
    fn parents(&self) -> Vec<Node>;

    /// The time between two of its RDDs.
    fn slide_ms(&self) -> i64 {
        self.parents()[0].slide_ms()
    }

    /// The RDD of a batch time, if there is one. Called only for times on its slide.
    fn compute(&self, vm: &mut Vm, node: &Node, time: BatchTime) -> Result<Option<Rdd>>;

    /// How long its parents must remember their RDDs if it remembers its own for `own_ms`.
    fn parent_remember_ms(&self, own_ms: i64) -> i64 {
        own_ms
    }

    /// How long it remembers its RDDs at least.
    fn least_remember_ms(&self) -> i64 {
        0
    }

    /// Whether its lineage grows from batch to batch, so that it has to be cut.
    fn must_checkpoint(&self) -> bool {
        false
    }

    /// The node that is cached in its stead, if there is one.
    fn persist_target(&self) -> Option<Node> {
        None
    }

    /// Functions that a checkpoint of the graph pickles.
    fn functions(&self) -> Vec<Value> {
        Vec::new()
    }

    /// How many records it brought in at a time, if it is an input.
    fn input_records(&self, _time: BatchTime) -> usize {
        0
    }

    /// How many of them it tells listeners of, if it is an input that tells them.
    fn reported_records(&self, _time: BatchTime) -> Option<usize> {
        None
    }

    /// Called when the batch of a time is done that runs by the system's clock.
    fn complete(&self, _time: BatchTime, _batch: BatchDurations) {}

    /// Itself, if it is an input with a receiver.
    fn receiver(&self) -> Option<&ReceiverStream> {
        None
    }

    /// Whether it is an input that reads a server or a topic.
    fn reads_feeds(&self) -> bool {
        self.receiver().is_some()
    }

    /// Whether it is an input that will bring records in, as far as is known.
    fn has_input_ahead(&self, _now_ms: i64) -> bool {
        false
    }

    /// Whether it is an input whose folder has a file that no batch will take.
    fn has_ignored_files(&self) -> bool {
        false
    }

    /// Whether a checkpoint of the graph can bring it back, if it is an input.
    fn is_recoverable(&self) -> bool {
        true
    }

    /// Called when a checkpoint of the graph has brought it back; whether blocks that were received are
    /// still stored.
    fn recover(&self, _keeps_blocks: bool) {}

    /// Forgets what it knows of this time and of all before it.
    fn forget(&self, _until: BatchTime) {}
}

/// A node of the graph. Cloning gives the same node.
#[derive(Clone)]
pub(crate) struct Node(Rc<NodeData>);

struct NodeData {
    compute: Box<dyn Compute>,
    lifecycle: Rc<Lifecycle>,
    slide_ms: i64,
    /// The serializer of its RDDs.
    serializer: Serializer,
    generated: RefCell<ByTime<Rdd>>,
    history: Rc<History>,
    zero: Cell<Option<BatchTime>>,
    remember_ms: Cell<Option<i64>>,
    checkpoint_ms: Cell<Option<i64>>,
    storage: Cell<StorageLevel>,
}

impl Node {
    /// A node.
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub(crate) fn new(
        lifecycle: &Rc<Lifecycle>,
        compute: impl Compute + 'static,
        serializer: Serializer,
    ) -> Result<Node> {
        lifecycle.check_open()?;
        Ok(Node(Rc::new(NodeData {
            slide_ms: compute.slide_ms(),
            compute: Box::new(compute),
            lifecycle: lifecycle.clone(),
            serializer,
            generated: RefCell::default(),
            history: Rc::default(),
            zero: Cell::new(None),
            remember_ms: Cell::new(None),
            checkpoint_ms: Cell::new(None),
            storage: Cell::new(StorageLevel::NONE),
        })))
    }

    pub(crate) fn slide_ms(&self) -> i64 {
        self.0.slide_ms
    }

    pub(crate) fn serializer(&self) -> &Serializer {
        &self.0.serializer
    }

    pub(crate) fn lifecycle(&self) -> &Rc<Lifecycle> {
        &self.0.lifecycle
    }

    pub(crate) fn parents(&self) -> Vec<Node> {
        self.0.compute.parents()
    }

    pub(crate) fn compute(&self) -> &dyn Compute {
        &*self.0.compute
    }

    pub(crate) fn history(&self) -> &Rc<History> {
        &self.0.history
    }

    pub(crate) fn checkpoint_ms(&self) -> Option<i64> {
        self.0.checkpoint_ms.get()
    }

    pub(crate) fn remember_ms(&self) -> Option<i64> {
        self.0.remember_ms.get()
    }

    pub(crate) fn is_persisted(&self) -> bool {
        self.0.storage.get() != StorageLevel::NONE
    }

    /// Caches the RDDs to come.
    ///
    /// # Errors
    /// `UnsupportedOperationException` once the context has started.
    pub(crate) fn persist(&self, level: StorageLevel) -> Result<()> {
        if let Some(target) = self.0.compute.persist_target() {
            return target.persist(level);
        }
        if self.0.zero.get().is_some() {
            return Err(Error::unsupported_operation(
                "Cannot change storage level of a DStream after streaming context has started",
            ));
        }
        self.0.storage.set(level);
        Ok(())
    }

    /// Cuts the lineage of the RDDs to come, at every whole number of intervals.
    ///
    /// # Errors
    /// `UnsupportedOperationException` once the context has started.
    pub(crate) fn set_checkpoint(&self, interval_ms: i64) -> Result<()> {
        if self.0.zero.get().is_some() {
            return Err(Error::unsupported_operation(
                "Cannot change checkpoint interval of a DStream after streaming context has started",
            ));
        }
        self.persist(StorageLevel::MEMORY_SERIALIZED)?;
        self.0.checkpoint_ms.set(Some(interval_ms));
        Ok(())
    }

    /// Sets the zero time, the checkpoint interval where one is needed, and how long the node
    /// remembers its RDDs at least; then the same of its parents.
    pub(crate) fn initialize(&self, zero: BatchTime) {
        let data = &self.0;
        data.zero.set(Some(zero));
        if data.compute.must_checkpoint() && data.checkpoint_ms.get().is_none() {
            let slides = (10_000 + data.slide_ms - 1) / data.slide_ms;
            data.checkpoint_ms.set(Some(data.slide_ms * slides));
        }
        let least = match data.checkpoint_ms.get() {
            Some(interval) if data.slide_ms <= interval => interval * 2,
            _ => data.slide_ms,
        };
        self.remember_at_least(least.max(data.compute.least_remember_ms()));
        for parent in self.parents() {
            parent.initialize(zero);
        }
    }

    fn remember_at_least(&self, millis: i64) {
        let known = self.0.remember_ms.get().unwrap_or(0);
        self.0.remember_ms.set(Some(known.max(millis)));
    }

    /// Makes the node remember its RDDs at least so long, and its parents as long as it needs theirs.
    pub(crate) fn remember(&self, millis: Option<i64>) {
        if let Some(millis) = millis {
            self.remember_at_least(millis);
        }
        let own = self.0.remember_ms.get().unwrap_or(0);
        let needed = self.0.compute.parent_remember_ms(own);
        for parent in self.parents() {
            parent.remember(Some(needed));
        }
    }

    /// The RDD of a batch time: the one that was made before, or a new one.
    ///
    /// # Errors
    /// What making it raises; `SparkException` before the context has started.
    pub(crate) fn rdd(&self, vm: &mut Vm, time: BatchTime) -> Result<Option<Rdd>> {
        let data = &self.0;
        if let Some(rdd) = data.generated.borrow().get(time) {
            return Ok(Some(rdd.clone()));
        }
        let zero = self.zero()?;
        if time <= zero || !time.is_on_slide(data.slide_ms, zero) {
            return Ok(None);
        }
        let Some(rdd) = data.compute.compute(vm, self, time)? else {
            return Ok(None);
        };
        if self.is_persisted() {
            rdd.persist(vm, data.storage.get())?;
        }
        if let Some(interval) = data.checkpoint_ms.get()
            && time.is_on_slide(interval, zero)
        {
            rdd.checkpoint(vm)?;
        }
        data.history.note(time, &rdd);
        data.generated.borrow_mut().insert(time, rdd.clone());
        Ok(Some(rdd))
    }

    /// The RDD of a batch time, if it was made and is remembered.
    pub(crate) fn generated(&self, time: BatchTime) -> Option<Rdd> {
        self.0.generated.borrow().get(time).cloned()
    }

    fn zero(&self) -> Result<BatchTime> {
        self.0.zero.get().ok_or_else(|| {
            let object = java_text(self.0.compute.class_name());
            Error::spark(format!("{object} has not been initialized"))
        })
    }

    /// The RDDs from one time to another, both included. Times between two slides count as the slide
    /// before.
    ///
    /// # Errors
    /// As [`Node::rdd`].
    pub(crate) fn slice(&self, vm: &mut Vm, from: BatchTime, to: BatchTime) -> Result<Vec<Rdd>> {
        let zero = self.zero()?;
        let slide = self.0.slide_ms;
        let last = to.floor(slide, zero);
        let mut time = from.floor(slide, zero);
        let mut rdds = Vec::new();
        while time <= last {
            if time >= zero {
                rdds.extend(self.rdd(vm, time)?);
            }
            time = time.plus(slide);
        }
        Ok(rdds)
    }

    /// Drops the RDDs that need not be remembered once a batch has completed; then the same of its
    /// parents.
    pub(crate) fn forget(&self, vm: &mut Vm, completed: BatchTime) -> Result<()> {
        let Some(remember) = self.0.remember_ms.get() else {
            return Ok(());
        };
        let until = completed.minus(remember);
        let dropped = self.0.generated.borrow_mut().take_until(until);
        for rdd in dropped {
            rdd.unpersist(vm)?;
        }
        self.0.compute.forget(until);
        for parent in self.parents() {
            parent.forget(vm, completed)?;
        }
        Ok(())
    }

    /// Drops the RDDs that a checkpoint of the graph does not bring back: all but those that were
    /// checkpointed themselves. Then the same of its parents.
    pub(crate) fn recover(&self, keeps_blocks: bool) {
        self.0.generated.borrow_mut().retain(Rdd::has_cut_lineage);
        self.0.compute.recover(keeps_blocks);
        for parent in self.parents() {
            parent.recover(keeps_blocks);
        }
    }

    /// An RDD as the graph gives it to the next node: realized, with this node's serializer.
    pub(crate) fn hand_on(&self, vm: &mut Vm, rdd: &Rdd) -> Result<Rdd> {
        let plan = rdd.realize(vm)?;
        let spark = &self.0.lifecycle.spark;
        Ok(Rdd::physical(spark, plan, self.0.serializer.clone(), None))
    }

    /// The union of any number of RDDs, as the graph makes it.
    pub(crate) fn unite(&self, vm: &mut Vm, rdds: &[Rdd]) -> Result<Rdd> {
        let spark = &self.0.lifecycle.spark;
        let united = match rdds.is_empty() {
            true => spark.empty(),
            false => spark.union(vm, rdds)?,
        };
        self.hand_on(vm, &united)
    }
}

/// What `toString` of a DStream gives: its class, and a hash that the JVM draws for each object. Here the
/// hash comes from the class, so that each run of a program says the same.
fn java_text(class: &str) -> String {
    let package = match class {
        _ if class.starts_with("Python") => "api.python",
        _ if class.starts_with("DirectKafka") => "kafka",
        _ => "dstream",
    };
    let hash = class.bytes().fold(0u32, |hash, byte| {
        hash.wrapping_mul(31).wrapping_add(byte.into())
    });
    format!("org.apache.spark.streaming.{package}.{class}@{hash:x}")
}
