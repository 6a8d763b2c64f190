//! What all RDDs of a program share.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::Value;
use brooklet_python::files::FileSystem;
use brooklet_python::pickle::Pickled;
use brooklet_python::value::Range;
use brooklet_python::vm::Vm;

use super::{Rdd, checkpoint_directory};
use crate::error::Result;
use crate::partition::{BlockStore, Chunk, Partition, Serializer, pickle_records};
use crate::plan::physical::{KafkaRecords, Parallelized, PhysicalRdd, TopicRange, UnionRdd};
use crate::plan::{Plan, PythonPartitioner};
use crate::scheduler::{JobInfo, JobRecord, Scheduler};
use crate::task::{AccumulatorUpdate, Effects, Worker, take_task_output};

/// The largest chunk of `parallelize`, in records.
const LARGEST_CHUNK: usize = 1024;

/// How a context is set up.
pub struct ContextOptions {
    /// `defaultParallelism`: N of `local[N]`.
    pub default_parallelism: usize,
    /// How many tasks can run at once: N of `local[N]`.
    pub cores: usize,
    /// Whether `spark.default.parallelism` was set, so that keyed operations follow it.
    pub explicit_parallelism: bool,
    /// How often a task is tried: F of `local[N,F]`, else 1.
    pub max_failures: usize,
    /// Makes the machines of tasks.
    pub worker: Arc<Worker>,
    /// The blocks of the program: its contexts share them.
    pub store: Arc<BlockStore>,
    /// The wall clock in milliseconds from any moment, the same on all threads; for reports alone.
    pub wall_clock_ms: fn() -> f64,
}

/// What all RDDs of a program share.
pub struct Context {
    default_parallelism: usize,
    cores: usize,
    explicit_parallelism: bool,
    scheduler: Scheduler,
    next_rdd: Cell<u64>,
    /// The partition functions so far. They are kept, so that no new one gets the identity of an old
    /// one.
    functions: RefCell<Vec<Value>>,
    checkpoint_directory: RefCell<Option<String>>,
}

impl Context {
    /// A context.
    pub fn new(vm: &mut Vm, options: ContextOptions) -> Rc<Context> {
        options.worker.install_errors(vm);
        let scheduler = Scheduler::new(
            options.worker,
            options.store,
            options.max_failures,
            options.wall_clock_ms,
        );
        Rc::new(Context {
            default_parallelism: options.default_parallelism,
            cores: options.cores,
            explicit_parallelism: options.explicit_parallelism,
            scheduler,
            next_rdd: Cell::new(0),
            functions: RefCell::default(),
            checkpoint_directory: RefCell::default(),
        })
    }

    /// `defaultParallelism`.
    pub fn default_parallelism(&self) -> usize {
        self.default_parallelism
    }

    /// Whether `spark.default.parallelism` was set.
    pub fn explicit_parallelism(&self) -> bool {
        self.explicit_parallelism
    }

    /// Takes the numbers of the RDD and the job that a receiver is for Spark.
    pub(crate) fn count_receiver(&self) {
        self.skip_rdd_ids(1);
        self.scheduler.skip_job();
    }

    /// How many tasks can run at once.
    pub fn cores(&self) -> usize {
        self.cores
    }

    /// Keeps so many cores from the tasks of jobs. If none is left, a job that needs one waits for
    /// ever: it is given up, and [`Context::is_starved`] says so.
    pub fn occupy_cores(&self, count: usize) {
        self.scheduler.set_core_left(count < self.cores);
    }

    /// Whether a job waits for a core for ever.
    pub fn is_starved(&self) -> bool {
        self.scheduler.is_starved()
    }

    pub(crate) fn scheduler(&self) -> &Scheduler {
        &self.scheduler
    }

    /// The program's blocks.
    pub(crate) fn store(&self) -> &Arc<BlockStore> {
        self.scheduler.store()
    }

    /// How many bytes of memory the cached partitions and shuffle outputs of the program take, about.
    pub fn stored_bytes(&self) -> usize {
        self.store().bytes()
    }

    /// Notes its jobs from now on, or no more; those noted before are forgotten.
    pub fn note_jobs(&self, on: bool) {
        self.scheduler.note_jobs(on);
    }

    /// Takes the jobs that were noted, in the order in which they began.
    pub fn take_jobs(&self) -> Vec<JobRecord> {
        self.scheduler.take_jobs()
    }

    /// Sets the group of the jobs to come (`spark.jobGroup.id`).
    pub fn set_job_group(&self, group: Option<String>) {
        self.scheduler.set_job_group(group);
    }

    /// How the last jobs ended, the newest last.
    pub fn last_jobs(&self) -> Vec<JobInfo> {
        self.scheduler.last_jobs()
    }

    /// Runs `work` on a machine that the program's tasks never see; what it prints or writes is
    /// lost.
    pub fn without_effects<T>(&self, work: impl FnOnce(&mut Vm) -> T) -> T {
        let worker = self.scheduler.worker();
        let result = worker.with_machine(Effects::Forbidden, work);
        take_task_output();
        result
    }

    /// A new plan of the program.
    pub(crate) fn plan(
        &self,
        node: impl PhysicalRdd + 'static,
        partitioner: Option<PythonPartitioner>,
    ) -> Arc<Plan> {
        let id = self.next_rdd_id();
        Plan::new(self.store(), id, Box::new(node), partitioner)
    }

    /// The number of the next RDD.
    pub(crate) fn next_rdd_id(&self) -> u64 {
        self.next_rdd.replace(self.next_rdd.get() + 1)
    }

    /// Skips the numbers of RDDs that only Spark's JVM side has.
    pub(crate) fn skip_rdd_ids(&self, count: u64) {
        self.next_rdd.set(self.next_rdd.get() + count);
    }

    /// Where checkpoints go: a folder, as Hadoop shows it.
    pub fn checkpoint_directory(&self) -> Option<String> {
        self.checkpoint_directory.borrow().clone()
    }

    /// Has checkpoints go into a folder of their own in a directory, which is made where it is missing.
    pub fn set_checkpoint_directory(&self, files: &dyn FileSystem, directory: &str, now_ms: i64) {
        let folder = checkpoint_directory::make(files, directory, now_ms);
        *self.checkpoint_directory.borrow_mut() = Some(folder);
    }

    /// Sets what takes the accumulator updates of tasks that succeeded.
    pub fn set_accumulator_sink(
        &self,
        sink: impl Fn(&mut Vm, AccumulatorUpdate) -> brooklet_python::Result<()> + 'static,
    ) {
        self.scheduler.set_accumulator_sink(sink);
    }

    /// The number of a partition function: the same function has the same number. A bound method
    /// is a new object each time, so it always gets another one.
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
        let plan = self.plan(Parallelized::new(partitions), None);
        Rdd::physical(self, plan, serializer, None)
    }

    /// The RDD without partitions (`SparkContext.emptyRDD`).
    pub fn empty(self: &Rc<Context>) -> Rdd {
        self.of_partitions(Vec::new(), Serializer::Bytes)
    }

    /// An RDD of records of topics, a partition a range.
    pub fn topic_records(self: &Rc<Context>, ranges: Vec<TopicRange>, is_whole: bool) -> Rdd {
        let plan = self.plan(KafkaRecords { ranges, is_whole }, None);
        Rdd::physical(self, plan, Serializer::Bytes, None)
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
        let plans: Result<Vec<Arc<Plan>>> = rdds.iter().map(|rdd| rdd.realize(vm)).collect();
        let (node, partitioner) = UnionRdd::new(plans?);
        let plan = self.plan(node, partitioner);
        Ok(Rdd::physical(self, plan, serializer, None))
    }
}
