//! What all RDDs of a program share.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::Value;
use brooklet_python::pickle::Pickled;
use brooklet_python::value::Range;
use brooklet_python::vm::Vm;

use crate::error::Result;
use crate::job_record::{JobRecord, Journal};
use crate::looking::Look;
use crate::partition::{Chunk, Partition, pickle_records};
use crate::rdd::physical::{Parallelized, UnionRdd};
use crate::rdd::{Plan, Rdd};
use crate::serializer::Serializer;
use crate::task::AccumulatorUpdate;
use crate::task_output::take_task_output;
use crate::worker::{Purpose, Worker};

/// The largest chunk of `parallelize`, in records.
const LARGEST_CHUNK: usize = 1024;

/// How a context is set up.
pub struct ContextOptions {
    /// `defaultParallelism`: N of `local[N]`.
    pub default_parallelism: usize,
    /// Whether `spark.default.parallelism` was set, so that keyed operations follow it.
    pub explicit_parallelism: bool,
    /// How often a task is tried: F of `local[N,F]`, else 1.
    pub max_failures: usize,
    /// Makes the machines of tasks.
    pub worker: Arc<Worker>,
    /// The wall clock in milliseconds from any moment, the same on all threads; for reports alone.
    pub wall_clock_ms: fn() -> f64,
}

/// Takes what tasks that succeeded added to accumulators.
type AccumulatorSink = Rc<dyn Fn(&mut Vm, AccumulatorUpdate) -> brooklet_python::Result<()>>;

/// What all RDDs of a program share.
pub struct Context {
    options: ContextOptions,
    next_rdd: Cell<u64>,
    pub(crate) next_stage: Cell<u64>,
    pub(crate) next_task: Cell<u64>,
    pub(crate) next_job: Cell<u64>,
    /// Partition functions that were seen, kept alive so that their identity stays.
    functions: RefCell<Vec<Value>>,
    accumulators: RefCell<Option<AccumulatorSink>>,
    /// What the look in progress has computed.
    look: RefCell<Look>,
    journal: RefCell<Journal>,
    checkpoint_directory: RefCell<Option<String>>,
}

impl Context {
    /// A context.
    pub fn new(vm: &mut Vm, options: ContextOptions) -> Rc<Context> {
        options.worker.install_errors(vm);
        Rc::new(Context {
            options,
            next_rdd: Cell::new(0),
            next_stage: Cell::new(0),
            next_task: Cell::new(0),
            next_job: Cell::new(0),
            functions: RefCell::default(),
            accumulators: RefCell::default(),
            look: RefCell::default(),
            journal: RefCell::default(),
            checkpoint_directory: RefCell::default(),
        })
    }

    /// `defaultParallelism`.
    pub fn default_parallelism(&self) -> usize {
        self.options.default_parallelism
    }

    /// Whether `spark.default.parallelism` was set.
    pub fn explicit_parallelism(&self) -> bool {
        self.options.explicit_parallelism
    }

    pub(crate) fn max_failures(&self) -> usize {
        self.options.max_failures
    }

    pub(crate) fn worker(&self) -> &Arc<Worker> {
        &self.options.worker
    }

    pub(crate) fn wall_clock(&self) -> fn() -> f64 {
        self.options.wall_clock_ms
    }

    /// Notes its jobs from now on, or no more; those noted before are forgotten.
    pub fn note_jobs(&self, on: bool) {
        self.journal.borrow_mut().set_on(on);
    }

    /// Takes the jobs that were noted, in the order in which they began.
    pub fn take_jobs(&self) -> Vec<JobRecord> {
        self.journal.borrow_mut().take()
    }

    /// Notes something of a job of the program, not of a look.
    pub(crate) fn note(&self, entry: impl FnOnce(&mut Journal)) {
        if self.look.borrow().is_none() {
            entry(&mut self.journal.borrow_mut());
        }
    }

    /// What the look in progress has computed; `None` while the program's own jobs run.
    pub(crate) fn look(&self) -> Look {
        self.look.borrow().clone()
    }

    /// Runs `work` for a page that looks at records. Its jobs leave no trace: they print nothing,
    /// add nothing to accumulators, keep no partition and no shuffle's output, and the numbers of
    /// RDDs, jobs, stages and tasks are afterwards what they were.
    pub(crate) fn looking<T>(&self, work: impl FnOnce() -> T) -> T {
        let counters = [
            &self.next_rdd,
            &self.next_stage,
            &self.next_task,
            &self.next_job,
        ];
        let before = counters.map(Cell::get);
        let outer = self.look.replace(Some(Arc::default()));
        let result = work();
        self.look.replace(outer);
        for (counter, before) in counters.into_iter().zip(before) {
            counter.set(before);
        }
        result
    }

    /// Runs `work` on a machine that the program's tasks never see, for a page that looks at
    /// records; what it prints is lost.
    pub fn apart<T>(&self, work: impl FnOnce(&mut Vm) -> T) -> T {
        let result = self.worker().with_machine(Purpose::Look, work);
        take_task_output();
        result
    }

    /// The number of the next RDD.
    pub fn next_rdd_id(&self) -> u64 {
        self.next_rdd.replace(self.next_rdd.get() + 1)
    }

    /// Skips the numbers of RDDs that only Spark's JVM side has.
    pub(crate) fn skip_rdd_ids(&self, count: u64) {
        self.next_rdd.set(self.next_rdd.get() + count);
    }

    /// Where checkpoints go.
    pub fn checkpoint_directory(&self) -> Option<String> {
        self.checkpoint_directory.borrow().clone()
    }

    /// Sets where checkpoints go.
    pub fn set_checkpoint_directory(&self, directory: &str) {
        *self.checkpoint_directory.borrow_mut() = Some(directory.to_string());
    }

    /// Sets what takes the accumulator updates of tasks that succeeded.
    pub fn set_accumulator_sink(
        &self,
        sink: impl Fn(&mut Vm, AccumulatorUpdate) -> brooklet_python::Result<()> + 'static,
    ) {
        *self.accumulators.borrow_mut() = Some(Rc::new(sink));
    }

    pub(crate) fn accumulate(&self, vm: &mut Vm, updates: Vec<AccumulatorUpdate>) -> Result<()> {
        let sink = self.accumulators.borrow().clone();
        if let Some(sink) = sink {
            for update in updates {
                sink(vm, update)?;
            }
        }
        Ok(())
    }

    /// A number for a function, the same whenever it is the same function. A bound method is a
    /// new object each time, so it is never the same.
    pub(crate) fn function_id(&self, function: &Value) -> u64 {
        if matches!(function, Value::Method(_)) {
            return u64::MAX - self.next_rdd.get();
        }
        let mut functions = self.functions.borrow_mut();
        let known = functions.iter().position(|known| known.is(function));
        let at = known.unwrap_or_else(|| {
            functions.push(function.clone());
            functions.len() - 1
        });
        at as u64 + 1
    }

    /// An RDD of these records, chunked and cut as `SparkContext.parallelize` does with a list:
    /// chunks of `max(1, len / slices)` records (1024 at most), partition `i` of `n` getting
    /// chunks `i * chunks / n` to `(i + 1) * chunks / n`.
    ///
    /// # Errors
    /// `PicklingError` for a record that cannot be pickled.
    pub fn parallelize(
        self: &Rc<Context>,
        vm: &mut Vm,
        records: &[Value],
        slices: usize,
    ) -> Result<Rdd> {
        let rows = pickle_records(vm, records)?;
        Ok(self.parallelize_rows(rows, slices))
    }

    /// The same for records that are pickled already.
    pub fn parallelize_rows(self: &Rc<Context>, rows: Vec<Pickled>, slices: usize) -> Rdd {
        let size = (rows.len() / slices).clamp(1, LARGEST_CHUNK);
        let chunks: Vec<Chunk> = rows
            .chunks(size)
            .map(|rows| Chunk::new(rows.to_vec()))
            .collect();
        let cut = |at: usize| at * chunks.len() / slices;
        let partitions = (0..slices)
            .map(|at| Partition::new(chunks[cut(at)..cut(at + 1)].to_vec()))
            .collect();
        self.of_partitions(partitions, Serializer::Batched(size))
    }

    /// An RDD of the numbers of a range (`SparkContext.range`): partition `i` of `n` gets those from
    /// `i * len / n` to `(i + 1) * len / n`, made in the task.
    pub fn range(self: &Rc<Context>, range: Range, slices: usize) -> Rdd {
        let empty = self.parallelize_rows(Vec::new(), slices);
        match range.len() {
            0 => empty,
            _ => empty.numbers(range, slices),
        }
    }

    /// An RDD of partitions that are there already.
    pub fn of_partitions(
        self: &Rc<Context>,
        partitions: Vec<Partition>,
        serializer: Serializer,
    ) -> Rdd {
        let plan = Plan::new(self, Box::new(Parallelized::new(partitions)), None);
        Rdd::physical(self, plan, serializer, None)
    }

    /// The RDD without partitions (`SparkContext.emptyRDD`).
    pub fn empty(self: &Rc<Context>) -> Rdd {
        self.of_partitions(Vec::new(), Serializer::Bytes)
    }

    /// The union of RDDs, at least one (`SparkContext.union`).
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn union(self: &Rc<Context>, vm: &mut Vm, rdds: &[Rdd]) -> Result<Rdd> {
        let first = rdds[0].serializer().clone();
        let rdds: Vec<Rdd> = match rdds.iter().all(|rdd| *rdd.serializer() == first) {
            true => rdds.to_vec(),
            false => rdds
                .iter()
                .map(|rdd| rdd.reserialized(Serializer::Auto))
                .collect(),
        };
        let serializer = rdds[0].serializer().clone();
        let plan = UnionRdd::plan(vm, self, &rdds)?;
        Ok(Rdd::physical(self, plan, serializer, None))
    }
}
