//! Resilient distributed datasets.

mod checkpoint_directory;
mod context;
mod hyper_log_log;
pub(crate) mod operators;
mod partitioner;
mod stat_counter;

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::vm::Vm;

pub use context::{Context, ContextOptions};
pub use partitioner::{PartitionFunction, Partitioner};
pub use stat_counter::StatCounter;

use crate::error::Result;
use crate::partition::Serializer;
use crate::plan::physical::PythonRdd;
use crate::plan::{LineageStep, Pipeline, Plan, Step, TopicRange};

/// An RDD as the driver sees it. Cloning gives the same RDD.
///
/// It mirrors PySpark's two layers. Python steps that follow one another fuse (`PipelinedRDD`).
/// They are pickled when the RDD is realized: by an action, or by an operation that shuffles,
/// unites, coalesces or caches. Their functions then take their globals' values with them.
#[derive(Clone)]
pub struct Rdd(Rc<RddData>);

struct RddData {
    context: Rc<Context>,
    lineage: Lineage,
    /// As the Python layer knows it.
    partitioner: RefCell<Option<Partitioner>>,
    serializer: Serializer,
    preserves_partitioning: bool,
    /// Cached or to be checkpointed: what follows does not fuse with it.
    pinned: Cell<bool>,
    plan: OnceCell<Arc<Plan>>,
    /// Whether it knows the offsets of topics that it was read from.
    is_of_topics: bool,
}

enum Lineage {
    /// Made on the JVM side: the plan is all there is.
    Physical,
    /// Python steps over a plan.
    Steps {
        base: Arc<Plan>,
        steps: Vec<LineageStep>,
    },
}

impl Rdd {
    /// An RDD over a plan whose chunks `serializer` wrote.
    pub(crate) fn physical(
        context: &Rc<Context>,
        plan: Arc<Plan>,
        serializer: Serializer,
        partitioner: Option<Partitioner>,
    ) -> Rdd {
        Rdd(Rc::new(RddData {
            context: context.clone(),
            lineage: Lineage::Physical,
            partitioner: RefCell::new(partitioner),
            serializer,
            preserves_partitioning: false,
            pinned: Cell::new(false),
            plan: OnceCell::from(plan),
            is_of_topics: false,
        }))
    }

    /// The same records; the RDD knows the offsets of topics that it was read from.
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn of_topics(&self, vm: &mut Vm) -> Result<Rdd> {
        Ok(Rdd(Rc::new(RddData {
            context: self.context().clone(),
            lineage: Lineage::Physical,
            partitioner: RefCell::default(),
            serializer: self.serializer().clone(),
            preserves_partitioning: false,
            pinned: Cell::new(false),
            plan: OnceCell::from(self.realize(vm)?),
            is_of_topics: true,
        })))
    }

    /// Whether it knows the offsets of topics that it was read from.
    pub fn is_of_topics(&self) -> bool {
        self.0.is_of_topics
    }

    /// The records of topics that it is read from, where exactly one RDD among those that it is
    /// computed from without a shuffle reads any.
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn topic_ranges(&self, vm: &mut Vm) -> Result<Option<Vec<TopicRange>>> {
        let mut pending = vec![self.realize(vm)?];
        let mut found = Vec::new();
        while let Some(plan) = pending.pop() {
            if let Some(node) = plan.node()
                && let Some(ranges) = node.topic_ranges()
            {
                found.push(ranges.to_vec());
            }
            pending.extend(plan.parents());
        }
        let only = found.pop();
        Ok(only.filter(|_| found.is_empty()))
    }

    /// How many records it has, where it is cached and has been computed.
    pub fn cached_len(&self) -> Option<usize> {
        self.0.plan.get()?.cached_len(self.context().store())
    }

    /// The context that it belongs to.
    pub fn context(&self) -> &Rc<Context> {
        &self.0.context
    }

    /// Whether both are the same RDD.
    pub fn is(&self, other: &Rdd) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Whether it is a plan without a Python step after it.
    pub fn is_physical(&self) -> bool {
        matches!(self.0.lineage, Lineage::Physical)
    }

    /// The plan that its steps start from: itself, if there are none.
    pub(crate) fn base(&self) -> &Arc<Plan> {
        match (&self.0.lineage, self.0.plan.get()) {
            (Lineage::Steps { base, .. }, _) => base,
            (Lineage::Physical, Some(plan)) => plan,
            (Lineage::Physical, None) => unreachable!("what is physical has its plan"),
        }
    }

    /// How many partitions it has.
    pub fn partitions(&self) -> usize {
        self.base().partitions()
    }

    /// The serializer that its partitions are (or will be) written with.
    pub fn serializer(&self) -> &Serializer {
        &self.0.serializer
    }

    /// Which partition each key is in, as the Python layer knows it.
    pub fn partitioner(&self) -> Option<Partitioner> {
        self.0.partitioner.borrow().clone()
    }

    pub(crate) fn set_partitioner(&self, partitioner: Option<Partitioner>) {
        *self.0.partitioner.borrow_mut() = partitioner;
    }

    /// The number of partitions that keyed operations get when none is given
    /// (`RDD._defaultReducePartitions`).
    pub fn default_reduce_partitions(&self) -> usize {
        match self.context().explicit_parallelism() {
            true => self.context().default_parallelism(),
            false => self.partitions(),
        }
    }

    /// The RDD with one more Python step.
    pub fn then(&self, step: Step, preserves_partitioning: bool) -> Rdd {
        self.then_written(step, preserves_partitioning, Serializer::Auto)
    }

    pub(crate) fn then_written(
        &self,
        step: Step,
        preserves_partitioning: bool,
        serializer: Serializer,
    ) -> Rdd {
        let data = &self.0;
        let (base, mut steps, preserves_partitioning) = match (&data.lineage, data.plan.get()) {
            (Lineage::Steps { base, steps }, _) if !data.pinned.get() => (
                base.clone(),
                steps.clone(),
                data.preserves_partitioning && preserves_partitioning,
            ),
            (_, Some(plan)) => (plan.clone(), Vec::new(), preserves_partitioning),
            (_, None) => unreachable!("what is pinned, or physical, is realized"),
        };
        steps.push(LineageStep::new(step));
        let partitioner = match preserves_partitioning {
            true => self.partitioner(),
            false => None,
        };
        Rdd(Rc::new(RddData {
            context: data.context.clone(),
            lineage: Lineage::Steps { base, steps },
            partitioner: RefCell::new(partitioner),
            serializer,
            preserves_partitioning,
            pinned: Cell::new(false),
            plan: OnceCell::new(),
            is_of_topics: false,
        }))
    }

    /// The same records written by another serializer (`RDD._reserialize`).
    pub(crate) fn reserialized(&self, serializer: Serializer) -> Rdd {
        if self.0.serializer == serializer {
            return self.clone();
        }
        self.then_written(operators::identity_step(), true, serializer)
    }

    /// The plan that computes it; its functions are pickled when first asked for.
    ///
    /// # Errors
    /// What pickling a function raises.
    pub(crate) fn realize(&self, vm: &mut Vm) -> Result<Arc<Plan>> {
        if let Some(plan) = self.0.plan.get() {
            return Ok(plan.clone());
        }
        let Lineage::Steps { base, .. } = &self.0.lineage else {
            unreachable!("what is physical has its plan");
        };
        let pipeline = self.pipeline(vm)?;
        let partitioner = match self.0.preserves_partitioning {
            true => base.partitioner(),
            false => None,
        };
        let node = PythonRdd::new(pipeline, self.0.serializer.clone());
        let plan = self.context().plan(node, partitioner);
        Ok(self.0.plan.get_or_init(|| plan).clone())
    }

    /// The pickled steps, for a plan that fuses them with its own work (a shuffle's map side).
    pub(crate) fn pipeline(&self, vm: &mut Vm) -> Result<Pipeline> {
        match (&self.0.lineage, self.0.plan.get()) {
            (Lineage::Steps { base, steps }, _) if !self.0.pinned.get() => {
                Pipeline::pickle(vm, base.clone(), steps)
            }
            (_, Some(plan)) => Ok(Pipeline::of(plan.clone())),
            (_, None) => unreachable!("what is pinned, or physical, is realized"),
        }
    }

    /// The plan of this RDD for an inspection: with its functions as the program's jobs pickled
    /// them, and without being realized by it.
    pub(crate) fn plan_as_pickled(&self, vm: &mut Vm) -> Result<Arc<Plan>> {
        match (&self.0.lineage, self.0.plan.get()) {
            (_, Some(plan)) => Ok(plan.clone()),
            (Lineage::Steps { base, steps }, None) => {
                let pipeline = Pipeline::as_pickled(vm, base.clone(), steps)?;
                let node = PythonRdd::new(pipeline, self.0.serializer.clone());
                let store = self.context().store();
                Ok(Plan::new(store, Plan::INSPECTION, Box::new(node), None))
            }
            (Lineage::Physical, None) => unreachable!("what is physical has its plan"),
        }
    }

    /// The same RDD as the JVM side gives it to the outputs of a DStream: what follows does not
    /// fuse with its steps, so they run over whole partitions.
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn handed_on(&self, vm: &mut Vm) -> Result<Rdd> {
        if self.is_of_topics() {
            return Ok(self.clone());
        }
        let plan = self.realize(vm)?;
        Ok(Rdd::physical(
            self.context(),
            plan,
            self.0.serializer.clone(),
            None,
        ))
    }

    /// Stops fusing: what follows reads the materialised partitions.
    pub(crate) fn pin(&self, vm: &mut Vm) -> Result<Arc<Plan>> {
        let plan = self.realize(vm)?;
        self.0.pinned.set(true);
        Ok(plan)
    }

    /// Lets what follows fuse again.
    pub(crate) fn unpin(&self) {
        self.0.pinned.set(false);
    }
}
