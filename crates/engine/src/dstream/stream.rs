//! A DStream as a program holds it.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use brooklet_python::{Value, Vm};

use super::history::History;
use super::node::Node;
use super::output::{OutputAction, OutputSite};
use super::transformed::Transformed;
use super::transformed_with::TransformedWith;
use super::{BatchTime, RddFunction, StreamingContext};
use crate::error::Result;
use crate::partition::Serializer;
use crate::partition::StorageLevel;
use crate::plan::Step;
use crate::rdd::Rdd;

/// A stream of RDDs, one a batch, as a program holds it. Cloning gives the same stream.
///
/// Functions of one RDD that follow one another fold into one node of the graph, which is made
/// when something needs it: an output, a window, another parent, caching. Source: `DStream` and
/// `TransformedDStream` of PySpark.
#[derive(Clone)]
pub struct DStream(Rc<StreamData>);

struct StreamData {
    context: StreamingContext,
    /// The parent and the function that its node will be made of.
    folded: Option<(DStream, RddFunction)>,
    node: OnceCell<Node>,
    serializer: Serializer,
    history: Rc<History>,
    is_cached: Cell<bool>,
    is_checkpointed: Cell<bool>,
}

impl DStream {
    pub(crate) fn of_node(context: &StreamingContext, node: Node) -> DStream {
        DStream(Rc::new(StreamData {
            context: context.clone(),
            folded: None,
            serializer: node.serializer().clone(),
            history: node.history().clone(),
            node: OnceCell::from(node),
            is_cached: Cell::new(false),
            is_checkpointed: Cell::new(false),
        }))
    }

    /// The context that it belongs to.
    pub fn context(&self) -> &StreamingContext {
        &self.0.context
    }

    /// The serializer of its RDDs.
    pub fn serializer(&self) -> &Serializer {
        &self.0.serializer
    }

    /// Whether it is a `TransformedDStream`.
    pub fn is_transformed(&self) -> bool {
        self.0.folded.is_some()
    }

    /// Whether its RDDs are kept because the program asked for it.
    pub fn is_cached(&self) -> bool {
        self.0.is_cached.get()
    }

    /// Whether the program gave it a checkpoint interval.
    pub fn is_checkpointed(&self) -> bool {
        self.0.is_checkpointed.get()
    }

    /// The node of the graph, made now if it is not there yet.
    pub(crate) fn node(&self) -> Result<Node> {
        if let Some(node) = self.0.node.get() {
            return Ok(node.clone());
        }
        let Some((parent, function)) = &self.0.folded else {
            unreachable!("a stream is a node or folded functions");
        };
        let transformed = Transformed {
            parent: parent.node()?,
            function: function.clone(),
        };
        let lifecycle = self.0.context.lifecycle();
        let node = Node::new(lifecycle, transformed, Serializer::Auto)?;
        Ok(self.0.node.get_or_init(|| node).clone())
    }

    /// The time between two of its RDDs, in milliseconds.
    ///
    /// # Errors
    /// `IllegalStateException` when its node would have to be made after the start.
    pub fn slide_ms(&self) -> Result<i64> {
        Ok(self.node()?.slide_ms())
    }

    /// The time between two of its RDDs, in milliseconds; asking does not make its node.
    pub fn planned_slide_ms(&self) -> i64 {
        match (self.0.node.get(), &self.0.folded) {
            (Some(node), _) => node.slide_ms(),
            (None, Some((parent, _))) => parent.planned_slide_ms(),
            (None, None) => unreachable!("a stream is a node or folded functions"),
        }
    }

    /// A function of each RDD (`transform`).
    pub fn transform(&self, function: RddFunction) -> DStream {
        let data = &self.0;
        let history: Rc<History> = Rc::default();
        let function = function.noted_in(&history);
        let folded = match &data.folded {
            Some((parent, before)) if !data.is_cached.get() && !data.is_checkpointed.get() => {
                (parent.clone(), before.then(&function))
            }
            _ => (self.clone(), function),
        };
        DStream(Rc::new(StreamData {
            context: data.context.clone(),
            folded: Some(folded),
            node: OnceCell::new(),
            serializer: Serializer::Auto,
            history,
            is_cached: Cell::new(false),
            is_checkpointed: Cell::new(false),
        }))
    }

    /// A function of this stream's RDD and another's (`transformWith`).
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn transform_with(
        &self,
        function: RddFunction,
        other: &DStream,
        keep_serializer: bool,
    ) -> Result<DStream> {
        let serializer = match keep_serializer {
            true => self.serializer().clone(),
            false => Serializer::Auto,
        };
        let transformed = TransformedWith {
            parents: [self.node()?, other.node()?],
            function,
        };
        let node = Node::new(self.0.context.lifecycle(), transformed, serializer)?;
        Ok(DStream::of_node(&self.0.context, node))
    }

    /// A Python step over each RDD.
    pub(crate) fn then(&self, step: Step, preserves_partitioning: bool) -> DStream {
        let functions = step.arguments.clone();
        self.transform(RddFunction::of_one(functions, move |vm, _, given| {
            let rdd = given.rdd(vm, "mapPartitionsWithIndex")?;
            Ok(rdd.then(step.clone(), preserves_partitioning).into())
        }))
    }

    /// Caches its RDDs (`persist`); what follows does not fold with it.
    ///
    /// # Errors
    /// `UnsupportedOperationException` once the context has started.
    pub fn persist(&self, level: StorageLevel) -> Result<()> {
        self.0.is_cached.set(true);
        self.node()?.persist(level)
    }

    /// Cuts the lineage of its RDDs at every interval (`checkpoint`); what follows does not fold
    /// with it.
    ///
    /// # Errors
    /// `UnsupportedOperationException` once the context has started.
    pub fn checkpoint(&self, interval_ms: i64) -> Result<()> {
        self.0.is_checkpointed.set(true);
        self.node()?.set_checkpoint(interval_ms)
    }

    /// How many records it holds at a batch, if its RDD is cached and has been computed.
    pub fn cached_len(&self, time: BatchTime) -> Option<usize> {
        self.0.node.get()?.generated(time)?.cached_len()
    }

    /// Whether it is an input whose folder has a file that no batch will take.
    pub fn has_ignored_files(&self) -> bool {
        let node = self.0.node.get();
        node.is_some_and(|node| node.compute().has_ignored_files())
    }

    /// The RDDs from one time to another, both included (`slice`); those that are missing are made.
    ///
    /// # Errors
    /// `SparkException` before the start; what making an RDD raises.
    pub fn slice(&self, vm: &mut Vm, from: BatchTime, to: BatchTime) -> Result<Vec<Rdd>> {
        self.node()?.slice(vm, from, to)
    }

    /// Keeps its RDDs from now on, so that they can be inspected.
    pub fn watch(&self) {
        self.0.history.begin();
    }

    /// The RDD that it had at a time, if that was kept; none is made.
    pub fn past_rdd(&self, time: BatchTime) -> Option<Rdd> {
        self.0.history.at(time)
    }

    /// Forgets the RDDs of times before one: they cannot be inspected any more.
    pub fn forget_past(&self, before: BatchTime) {
        self.0.history.forget_before(before);
    }

    /// Ends what [`DStream::watch`] began.
    pub fn unwatch(&self) {
        self.0.history.end();
    }

    /// Registers an output (`foreachRDD`); `functions` are those of the program in it.
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn foreach_rdd(
        &self,
        site: OutputSite,
        functions: Vec<Value>,
        action: OutputAction,
    ) -> Result<()> {
        self.0
            .context
            .add_output(self.node()?, site, functions, action)
    }
}
