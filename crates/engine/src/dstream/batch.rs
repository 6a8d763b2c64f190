//! The jobs of a batch: generated together, run one after another.
//!
//! Source: `DStreamGraph.generateJobs`, `JobGenerator`, `JobScheduler`.

use std::rc::Rc;

use brooklet_python::Vm;

use super::{BatchTime, Output, State, StreamingContext};
use crate::error::{Error, Result};
use crate::rdd::Rdd;

/// The job of an output in a batch.
pub struct OutputJob {
    /// The output.
    pub output: Rc<Output>,
    /// Its number among the jobs of the batch, from 0.
    pub index: u32,
    /// What it works on.
    pub rdd: Rdd,
}

/// Is told of every step of a batch as it happens.
pub trait BatchWatcher {
    /// The batch's jobs are made. A batch without jobs is not told of.
    fn submitted(&mut self, vm: &mut Vm, time: BatchTime, jobs: &[OutputJob]);
    /// These jobs of it, which waited for a core, are about to run.
    fn resumed(&mut self, time: BatchTime, jobs: &[OutputJob]);
    /// Its first job begins.
    fn started(&mut self, vm: &mut Vm, time: BatchTime);
    /// A job begins.
    fn output_started(&mut self, vm: &mut Vm, time: BatchTime, job: &OutputJob);
    /// A job is done.
    fn output_completed(
        &mut self,
        vm: &mut Vm,
        time: BatchTime,
        job: &OutputJob,
        result: &Result<()>,
    );
    /// All its jobs are done.
    fn completed(&mut self, vm: &mut Vm, time: BatchTime);
    /// A job failed. Without a job: the batch's jobs could not be made, and the batch is lost.
    fn failed(&mut self, vm: &mut Vm, time: BatchTime, job: Option<&OutputJob>, error: Error);
}

impl StreamingContext {
    /// Runs the batch of a time. It asks the stream of every output for its RDD, in the order in
    /// which the outputs were registered, then runs the jobs in that order.
    ///
    /// If the RDDs cannot be made, the whole batch is lost. When a job fails, the others run
    /// nevertheless; but if it was the last one, the graph keeps its old RDDs.
    ///
    /// A job that waits for a core holds up all jobs that come after it: their batches are made and
    /// stall. Once there is a core, running such a batch again goes on with its jobs.
    pub fn run_batch(&self, vm: &mut Vm, time: BatchTime, watcher: &mut dyn BatchWatcher) {
        if let Some(jobs) = self.take_stalled(time) {
            watcher.resumed(time, &jobs);
            return self.run_jobs(vm, time, jobs, watcher);
        }
        self.allocate_blocks(time);
        let jobs = match self.generate(vm, time) {
            Ok(jobs) => jobs,
            Err(_) if self.spark().is_starved() => return,
            Err(error) => {
                self.write_checkpoint(time);
                return watcher.failed(vm, time, None, error);
            }
        };
        if jobs.is_empty() {
            return self.write_checkpoint(time);
        }
        self.checkpoints().begin(time);
        self.write_checkpoint(time);
        watcher.submitted(vm, time, &jobs);
        if self.spark().is_starved() {
            return self.stalled().borrow_mut().push_back((time, jobs));
        }
        watcher.started(vm, time);
        self.run_jobs(vm, time, jobs, watcher);
    }

    /// The batch that has stalled first, now that there is a core.
    pub fn stalled_batch(&self) -> Option<BatchTime> {
        let stalled = self.stalled().borrow();
        let first = stalled.front().map(|(time, _)| *time);
        first.filter(|_| !self.spark().is_starved())
    }

    fn take_stalled(&self, time: BatchTime) -> Option<Vec<OutputJob>> {
        let mut stalled = self.stalled().borrow_mut();
        let at = stalled.iter().position(|(other, _)| *other == time)?;
        stalled.remove(at).map(|(_, jobs)| jobs)
    }

    fn run_jobs(
        &self,
        vm: &mut Vm,
        time: BatchTime,
        mut jobs: Vec<OutputJob>,
        watcher: &mut dyn BatchWatcher,
    ) {
        let last = jobs.len() - 1;
        for at in 0..jobs.len() {
            if self.state() == State::Stopped {
                return;
            }
            let job = &jobs[at];
            watcher.output_started(vm, time, job);
            let result = (job.output.action)(vm, time, &job.rdd);
            if self.spark().is_starved() {
                let rest = jobs.split_off(at);
                return self.stalled().borrow_mut().push_front((time, rest));
            }
            watcher.output_completed(vm, time, job, &result);
            if at == last {
                watcher.completed(vm, time);
            }
            match result {
                Err(error) => watcher.failed(vm, time, Some(job), error),
                Ok(()) if at == last => {
                    self.forget(vm, time);
                    self.checkpoints().complete(time);
                    self.write_checkpoint(time);
                }
                Ok(()) => {}
            }
        }
    }

    fn write_checkpoint(&self, time: BatchTime) {
        let files = self.lifecycle().files.clone();
        self.checkpoints().write(&*files, time);
    }

    fn generate(&self, vm: &mut Vm, time: BatchTime) -> Result<Vec<OutputJob>> {
        let mut jobs = Vec::new();
        for output in self.outputs() {
            if let Some(rdd) = output.parent.rdd(vm, time)? {
                let index = jobs.len() as u32;
                jobs.push(OutputJob { output, index, rdd });
            }
        }
        Ok(jobs)
    }

    fn forget(&self, vm: &mut Vm, completed: BatchTime) {
        for output in self.outputs() {
            // RDDs that are forgotten were realized before: nothing is pickled now, so nothing can fail.
            let _ = output.parent.forget(vm, completed);
        }
    }
}
