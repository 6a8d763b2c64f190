//! The owner of a graph of DStreams.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::files::FileSystem;
use brooklet_python::{Value, Vm, pickle};

use super::graph_checkpoints::GraphCheckpoints;
use super::inputs::{BatchDurations, FileStream, Format, QueueStream};
use super::lifecycle::{Lifecycle, START_MS, State};
use super::node::{Compute, Node};
use super::output::{Output, OutputAction, OutputSite};
use super::transformed_together::TransformedTogether;
use super::united::United;
use super::{ArrivingFiles, BatchTime, DStream, OutputJob, RddFunction, start_checks};
use crate::error::{Error, Result};
use crate::partition::Partition;
use crate::partition::Serializer;
use crate::rdd::Context;
use crate::rdd::Rdd;

/// The owner of a graph of DStreams: defines its inputs and outputs, starts it, and generates its
/// batches. Cloning gives the same context.
///
/// Source: `StreamingContext`, `DStreamGraph`.
#[derive(Clone)]
pub struct StreamingContext(Rc<Shared>);

struct Shared {
    lifecycle: Rc<Lifecycle>,
    inputs: RefCell<Vec<Node>>,
    outputs: RefCell<Vec<Rc<Output>>>,
    remember_ms: Cell<Option<i64>>,
    checkpoints: GraphCheckpoints,
    /// The batches that the start from a checkpoint runs at once.
    to_replay: RefCell<Vec<BatchTime>>,
    /// The batches whose jobs wait for a core, with the jobs.
    stalled: RefCell<VecDeque<(BatchTime, Vec<OutputJob>)>>,
}

impl StreamingContext {
    /// A context whose batches last `batch_ms`, with its clock at the beginning of virtual time.
    pub fn new(spark: &Rc<Context>, files: Arc<dyn FileSystem>, batch_ms: i64) -> StreamingContext {
        StreamingContext(Rc::new(Shared {
            lifecycle: Rc::new(Lifecycle {
                spark: spark.clone(),
                files,
                batch_ms,
                state: Cell::new(State::Initialized),
                clock_ms: Cell::new(START_MS),
                zero: Cell::new(None),
            }),
            inputs: RefCell::default(),
            outputs: RefCell::default(),
            remember_ms: Cell::new(None),
            checkpoints: GraphCheckpoints::default(),
            to_replay: RefCell::default(),
            stalled: RefCell::default(),
        }))
    }

    /// Whether both are the same context.
    pub fn is(&self, other: &StreamingContext) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    pub(crate) fn lifecycle(&self) -> &Rc<Lifecycle> {
        &self.0.lifecycle
    }

    /// What its RDDs belong to.
    pub fn spark(&self) -> &Rc<Context> {
        &self.0.lifecycle.spark
    }

    /// The batch interval in milliseconds.
    pub fn batch_ms(&self) -> i64 {
        self.0.lifecycle.batch_ms
    }

    /// How far it is in its life.
    pub fn state(&self) -> State {
        self.0.lifecycle.state.get()
    }

    /// Its virtual clock, in milliseconds since 1970.
    pub fn clock_ms(&self) -> i64 {
        self.0.lifecycle.clock_ms.get()
    }

    /// Sets its virtual clock.
    pub fn set_clock_ms(&self, now_ms: i64) {
        self.0.lifecycle.clock_ms.set(now_ms);
    }

    /// The time before the first batch, once started.
    pub fn zero_time(&self) -> Option<BatchTime> {
        self.0.lifecycle.zero.get()
    }

    /// The batch that is due next by the clock.
    pub fn next_batch(&self) -> BatchTime {
        let batch = self.batch_ms();
        BatchTime((self.clock_ms().div_euclid(batch) + 1) * batch)
    }

    /// Makes the whole graph remember its RDDs at least so long.
    ///
    /// # Errors
    /// `IllegalArgumentException` when it is set already.
    pub fn remember(&self, millis: i64) -> Result<()> {
        if let Some(known) = self.0.remember_ms.get() {
            return Err(Error::requirement_failed(format!(
                "Remember duration already set as {known} ms. Cannot set it again."
            )));
        }
        self.0.remember_ms.set(Some(millis));
        Ok(())
    }

    /// Sets where checkpoints go, which turns checkpoints of the graph on.
    pub fn checkpoint(&self, directory: &str) {
        let files = self.lifecycle().files.clone();
        let now_ms = self.clock_ms();
        self.spark()
            .set_checkpoint_directory(&*files, directory, now_ms);
        self.0.checkpoints.enable(directory);
    }

    /// The folder of the graph's checkpoints, once there is one in it.
    pub fn checkpointed_into(&self) -> Option<Rc<str>> {
        self.0.checkpoints.latest()?;
        self.0.checkpoints.directory()
    }

    pub(super) fn checkpoints(&self) -> &GraphCheckpoints {
        &self.0.checkpoints
    }

    /// Makes a stopped context ready to start again from its newest checkpoint. It keeps only the
    /// RDDs that were checkpointed themselves, and its clock will be that of the checkpoint. What its
    /// receivers got is gone with the `SparkContext` that stored it, unless that goes on (`keeps_blocks`).
    ///
    /// # Errors
    /// `SparkException` when an input cannot be recovered.
    ///
    /// Source: `StreamingContext` of a `Checkpoint`, `JobGenerator.restart`.
    pub fn recover(&self, keeps_blocks: bool) -> Result<()> {
        let inputs = self.0.inputs.borrow();
        if inputs.iter().any(|input| !input.compute().is_recoverable()) {
            let directory = self.0.checkpoints.directory().unwrap_or_default();
            return Err(Error::spark(format!(
                "Failed to read checkpoint from directory {directory}"
            )));
        }
        for output in self.outputs() {
            output.parent.recover(keeps_blocks);
        }
        *self.0.to_replay.borrow_mut() = self.0.checkpoints.to_run();
        self.0.lifecycle.state.set(State::Initialized);
        Ok(())
    }

    pub(super) fn stalled(&self) -> &RefCell<VecDeque<(BatchTime, Vec<OutputJob>)>> {
        &self.0.stalled
    }

    /// The batches that a context made from a checkpoint runs as soon as it has started.
    pub fn take_replays(&self) -> Vec<BatchTime> {
        self.0.to_replay.take()
    }

    pub(super) fn inputs(&self) -> Vec<Node> {
        self.0.inputs.borrow().clone()
    }

    pub(super) fn input(
        &self,
        compute: impl Compute + 'static,
        serializer: Serializer,
    ) -> Result<DStream> {
        let node = Node::new(&self.0.lifecycle, compute, serializer)?;
        self.0.inputs.borrow_mut().push(node.clone());
        Ok(DStream::of_node(self, node))
    }

    /// A stream of RDDs that the program has made, at least one (`queueStream`): one a batch, or
    /// all in the first. If their serializers differ, all are written by one.
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started; what pickling a function raises.
    pub fn queue_stream(
        &self,
        vm: &mut Vm,
        mut queue: Vec<Rdd>,
        one_at_a_time: bool,
        default: Option<Rdd>,
    ) -> Result<DStream> {
        let mut records = Vec::with_capacity(queue.len());
        for rdd in &queue {
            records.push(rdd.realize(vm)?.known_len().unwrap_or(0));
        }
        let first = queue[0].serializer().clone();
        if queue.iter().any(|rdd| *rdd.serializer() != first) {
            for rdd in &mut queue {
                *rdd = rdd.reserialized(Serializer::Auto);
            }
        }
        let serializer = queue[0].serializer().clone();
        for rdd in &queue {
            rdd.realize(vm)?;
        }
        let stream = QueueStream {
            batch_ms: self.batch_ms(),
            queue: RefCell::new(queue.into_iter().zip(records).collect()),
            latest: Cell::new(None),
            one_at_a_time,
            default: match default {
                Some(rdd) => rdd.reserialized(serializer.clone()),
                // One RDD for all batches, made with the stream.
                None => self
                    .spark()
                    .of_partitions(vec![Partition::default()], Serializer::Auto),
            },
        };
        self.input(stream, serializer)
    }

    /// A stream of the lines of files that arrive in a folder (`textFileStream`).
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn text_file_stream(&self, folder: &str) -> Result<DStream> {
        self.file_stream(folder, Format::Lines)
    }

    /// A stream of the records, all of one length, of files that arrive in a folder
    /// (`binaryRecordsStream`).
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn binary_records_stream(&self, folder: &str, record_length: usize) -> Result<DStream> {
        self.file_stream(folder, Format::Fixed(record_length))
    }

    fn file_stream(&self, folder: &str, format: Format) -> Result<DStream> {
        let files = self.0.lifecycle.files.clone();
        let stream = FileStream {
            arriving: ArrivingFiles::new(files, folder, self.batch_ms(), self.clock_ms()),
            format,
            batch_ms: self.batch_ms(),
        };
        self.input(stream, format.serializer())
    }

    /// The union of streams, at least one (`StreamingContext.union`).
    ///
    /// # Errors
    /// `IllegalArgumentException` when their slides differ.
    pub fn union(&self, streams: &[DStream]) -> Result<DStream> {
        let parents = nodes(streams)?;
        check_slides(&parents)?;
        let serializer = streams[0].serializer().clone();
        let node = Node::new(&self.0.lifecycle, United { parents }, serializer)?;
        Ok(DStream::of_node(self, node))
    }

    /// A function of the RDDs of several streams (`StreamingContext.transform`).
    ///
    /// # Errors
    /// `IllegalArgumentException` when there is no stream or their slides differ;
    /// `SparkException` when the function cannot be pickled.
    pub fn transform(
        &self,
        vm: &mut Vm,
        streams: &[DStream],
        function: RddFunction,
    ) -> Result<DStream> {
        let parents = nodes(streams)?;
        if parents.is_empty() {
            return Err(Error::requirement_failed(
                "List of DStreams to transform is empty",
            ));
        }
        check_slides(&parents)?;
        for function in function.functions() {
            if let Err(raise) = pickle::pickle(vm, function) {
                return Err(Error::NotSerializable {
                    message: "Task not serializable".to_owned(),
                    raise,
                });
            }
        }
        let together = TransformedTogether { parents, function };
        let node = Node::new(&self.0.lifecycle, together, Serializer::Auto)?;
        Ok(DStream::of_node(self, node))
    }

    pub(crate) fn add_output(
        &self,
        parent: Node,
        site: OutputSite,
        functions: Vec<Value>,
        action: OutputAction,
    ) -> Result<()> {
        self.0.lifecycle.check_open()?;
        let mut outputs = self.0.outputs.borrow_mut();
        let id = outputs.len() as u32;
        outputs.push(Rc::new(Output {
            id,
            site,
            parent,
            functions,
            action,
        }));
        Ok(())
    }

    /// How many records its inputs brought in at a time. An input that does not know counts as none.
    pub fn input_records(&self, time: BatchTime) -> usize {
        let inputs = self.0.inputs.borrow();
        inputs
            .iter()
            .map(|node| node.compute().input_records(time))
            .sum()
    }

    /// How many records its inputs tell listeners of: the number of each input that tells them.
    pub fn reported_records(&self, time: BatchTime) -> Vec<(usize, usize)> {
        let inputs = self.0.inputs.borrow();
        let reported = inputs.iter().enumerate().filter_map(|(stream, input)| {
            let records = input.compute().reported_records(time)?;
            Some((stream, records))
        });
        reported.collect()
    }

    /// Lets back-pressure know how long a batch took, by the system's clock.
    pub fn complete_batch(&self, time: BatchTime, durations: BatchDurations) {
        for input in &*self.0.inputs.borrow() {
            input.compute().complete(time, durations);
        }
    }

    /// Its outputs, in the order of registration.
    pub fn outputs(&self) -> Vec<Rc<Output>> {
        self.0.outputs.borrow().clone()
    }

    /// Starts it: checks the graph, sets its zero time, its checkpoint intervals and what it
    /// remembers. Whatever goes wrong stops the context for good.
    ///
    /// # Errors
    /// `IllegalArgumentException` for what is wrong with the graph; `IOException` for a function
    /// that a checkpoint of the graph cannot pickle.
    pub fn start(&self, vm: &mut Vm) -> Result<()> {
        let started = self.initialize_graph(vm);
        self.0.lifecycle.state.set(match started {
            Ok(()) => State::Active,
            Err(_) => State::Stopped,
        });
        if started.is_ok() {
            self.start_receivers();
        }
        started
    }

    fn initialize_graph(&self, vm: &mut Vm) -> Result<()> {
        let outputs = self.outputs();
        if outputs.is_empty() {
            return Err(Error::requirement_failed(
                "No output operations registered, so nothing to execute",
            ));
        }
        if self.0.checkpoints.directory().is_some() {
            self.check_pickling(vm, &outputs)?;
        }
        if self.batch_ms() == 0 {
            return Err(Error::Java {
                class: "java.lang.ArithmeticException",
                message: "/ by zero".to_owned(),
            });
        }
        if let (Some(latest), false) = (
            self.0.checkpoints.latest(),
            self.0.to_replay.borrow().is_empty(),
        ) {
            self.set_clock_ms(latest.millis());
            return Ok(());
        }
        let zero = self.next_batch().minus(self.batch_ms());
        self.0.lifecycle.zero.set(Some(zero));
        for output in &outputs {
            output.parent.initialize(zero);
        }
        for output in &outputs {
            let needed = self.batch_ms().max(self.0.remember_ms.get().unwrap_or(0));
            output.parent.remember(Some(needed));
        }
        outputs
            .iter()
            .try_for_each(|output| start_checks::check(&output.parent))
    }

    /// Refuses functions that a checkpoint of the graph could not pickle.
    fn check_pickling(&self, vm: &mut Vm, outputs: &[Rc<Output>]) -> Result<()> {
        for output in outputs {
            let mut functions = output.functions.clone();
            let mut pending = vec![output.parent.clone()];
            while let Some(node) = pending.pop() {
                functions.extend(node.compute().functions());
                pending.extend(node.parents());
            }
            for function in functions {
                if let Err(raise) = pickle::pickle(vm, &function) {
                    return Err(Error::NotSerializable {
                        message: "DStream checkpointing has been enabled but the DStreams with \
                                  their functions are not serializable"
                            .to_owned(),
                        raise,
                    });
                }
            }
        }
        Ok(())
    }

    /// Stops it for good.
    pub fn stop(&self) {
        self.stop_receivers();
        self.0.lifecycle.state.set(State::Stopped);
    }

    /// Lets go of the graph and everything it remembers.
    pub fn clear(&self) {
        self.0.inputs.borrow_mut().clear();
        self.0.outputs.borrow_mut().clear();
        self.0.stalled.borrow_mut().clear();
    }
}

fn nodes(streams: &[DStream]) -> Result<Vec<Node>> {
    streams.iter().map(DStream::node).collect()
}

fn check_slides(parents: &[Node]) -> Result<()> {
    let slide = parents.first().map(Node::slide_ms);
    match parents.iter().all(|node| Some(node.slide_ms()) == slide) {
        true => Ok(()),
        false => Err(Error::requirement_failed(
            "Some of the DStreams have different slide durations",
        )),
    }
}
