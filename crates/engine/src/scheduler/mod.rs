//! Jobs: stages in the order of their shuffles, a task a partition. It knows nothing of RDDs as a
//! driver holds them.

mod job_history;
mod job_record;
mod numbers;
mod stage;
mod task_set;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::vm::Vm;

use crate::error::Result;
use crate::partition::{BlockStore, Partition};
use crate::plan::Plan;
use crate::task::{AccumulatorUpdate, Effects, Worker};
use job_history::JobHistory;
pub use job_history::{JobInfo, JobState, StageInfo};
use job_record::Journal;
pub use job_record::{JobRecord, StageRecord, TaskRecord};
use numbers::Numbers;

/// Takes what tasks that succeeded added to accumulators.
type AccumulatorSink = Rc<dyn Fn(&mut Vm, AccumulatorUpdate) -> brooklet_python::Result<()>>;

/// Runs jobs over a block store.
pub(crate) struct Scheduler {
    worker: Arc<Worker>,
    /// How often a task is tried.
    max_failures: usize,
    /// The wall clock in milliseconds from any moment; for reports alone.
    wall_clock_ms: fn() -> f64,
    store: Arc<BlockStore>,
    numbers: Cell<Numbers>,
    /// Whether its jobs may have effects: print, write files and checkpoints.
    effects: Effects,
    journal: RefCell<Journal>,
    history: RefCell<JobHistory>,
    accumulators: RefCell<Option<AccumulatorSink>>,
    /// Whether receivers have left a core to tasks.
    has_core: Cell<bool>,
    /// Whether a job waits for a core for ever.
    is_starved: Cell<bool>,
}

impl Scheduler {
    /// The scheduler of a program's jobs.
    pub(crate) fn new(
        worker: Arc<Worker>,
        store: Arc<BlockStore>,
        max_failures: usize,
        wall_clock_ms: fn() -> f64,
    ) -> Scheduler {
        Scheduler {
            worker,
            max_failures: max_failures.max(1),
            wall_clock_ms,
            store,
            numbers: Cell::default(),
            effects: Effects::Allowed,
            journal: RefCell::default(),
            history: RefCell::default(),
            accumulators: RefCell::default(),
            has_core: Cell::new(true),
            is_starved: Cell::new(false),
        }
    }

    /// A scheduler of jobs that leave no trace: it reads the blocks of this one and keeps its own
    /// to itself, numbers its jobs from here on, and has neither journal nor accumulators.
    pub(crate) fn for_inspection(&self) -> Scheduler {
        Scheduler {
            worker: self.worker.clone(),
            store: BlockStore::over(&self.store),
            numbers: self.numbers.clone(),
            effects: Effects::Forbidden,
            journal: RefCell::default(),
            history: RefCell::default(),
            accumulators: RefCell::default(),
            has_core: Cell::new(true),
            is_starved: Cell::new(false),
            ..*self
        }
    }

    /// The blocks that its jobs read and make.
    pub(crate) fn store(&self) -> &Arc<BlockStore> {
        &self.store
    }

    /// The machines of its tasks.
    pub(crate) fn worker(&self) -> &Worker {
        &self.worker
    }

    /// Takes the numbers of a job with one task that is no job here.
    pub(crate) fn skip_job(&self) {
        self.take_number(|numbers| &mut numbers.job, 1);
        self.take_number(|numbers| &mut numbers.stage, 1);
        self.take_number(|numbers| &mut numbers.task, 1);
    }

    /// Sets whether there is a core for tasks.
    pub(crate) fn set_core_left(&self, is_left: bool) {
        self.has_core.set(is_left);
        if is_left {
            self.is_starved.set(false);
        }
    }

    /// Whether a job waits for a core for ever.
    pub(crate) fn is_starved(&self) -> bool {
        self.is_starved.get()
    }

    /// Notes its jobs from now on, or no more; those noted before are forgotten.
    pub(crate) fn note_jobs(&self, on: bool) {
        self.journal.borrow_mut().set_on(on);
    }

    /// Takes the jobs that were noted, in the order in which they began.
    pub(crate) fn take_jobs(&self) -> Vec<JobRecord> {
        self.journal.borrow_mut().take()
    }

    /// Sets the group of the jobs to come.
    pub(crate) fn set_job_group(&self, group: Option<String>) {
        self.history.borrow_mut().set_group(group);
    }

    /// How the last jobs ended, the newest last.
    pub(crate) fn last_jobs(&self) -> Vec<JobInfo> {
        self.history.borrow().jobs()
    }

    /// Sets what takes the accumulator updates of tasks that succeeded.
    pub(crate) fn set_accumulator_sink(
        &self,
        sink: impl Fn(&mut Vm, AccumulatorUpdate) -> brooklet_python::Result<()> + 'static,
    ) {
        *self.accumulators.borrow_mut() = Some(Rc::new(sink));
    }

    fn accumulate(&self, vm: &mut Vm, updates: Vec<AccumulatorUpdate>) -> Result<()> {
        let sink = self.accumulators.borrow().clone();
        if let Some(sink) = sink {
            for update in updates {
                sink(vm, update)?;
            }
        }
        Ok(())
    }

    /// Runs a job: computes these partitions of a plan, after the shuffles that they need.
    ///
    /// Shuffles whose output is there are skipped. Tasks run on rayon's pool (feature `threads`) or
    /// one after the other; which tasks count does not depend on that: of a failed stage, those
    /// before the failed one.
    ///
    /// # Errors
    /// [`Error::Job`](crate::Error::Job) when a task failed as often as it may.
    pub(crate) fn run_job(
        &self,
        vm: &mut Vm,
        plan: &Arc<Plan>,
        partitions: &[usize],
    ) -> Result<Vec<Partition>> {
        if partitions.is_empty() {
            return Ok(Vec::new());
        }
        let job = self.take_number(|numbers| &mut numbers.job, 1);
        let started_ms = (self.wall_clock_ms)();
        self.journal.borrow_mut().begin_job(job, started_ms);
        self.history.borrow_mut().begin(job);
        let results = self.run_result_stage(vm, plan, partitions);
        let state = match results {
            Ok(_) => JobState::Succeeded,
            Err(_) => JobState::Failed,
        };
        self.history.borrow_mut().end(job, state);
        let results = results?;
        if self.effects == Effects::Allowed {
            self.write_checkpoints(vm, plan)?;
        }
        Ok(results)
    }

    fn run_result_stage(
        &self,
        vm: &mut Vm,
        plan: &Arc<Plan>,
        partitions: &[usize],
    ) -> Result<Vec<Partition>> {
        self.run_missing_shuffles(vm, plan)?;
        let stage = self.describe_stage(plan, None);
        self.run_tasks(vm, stage, partitions, |task, partition| {
            plan.partition(task, partition)
        })
    }

    /// Writes the checkpoints that wait in a job's lineage: the first on each path, as Spark does.
    fn write_checkpoints(&self, vm: &mut Vm, plan: &Arc<Plan>) -> Result<()> {
        for plan in self.marked_for_checkpoint(plan) {
            let all: Vec<usize> = (0..plan.partitions()).collect();
            let partitions = self.run_result_stage(vm, &plan, &all)?;
            plan.checkpoint(&self.store, partitions);
        }
        Ok(())
    }
}
