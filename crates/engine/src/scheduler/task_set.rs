//! The tasks of a stage.

use brooklet_python::Raise;
use brooklet_python::vm::{Stream, Vm};

use super::job_record::TaskResult;
use super::{Scheduler, StageInfo, StageRecord, TaskRecord};
use crate::error::{Error, JobFailure, Result, TaskFailure};
use crate::partition::BlockStore;
use crate::plan::TaskContext;
use crate::task::{AccumulatorUpdate, Effects, RunningTask, TaskError, Worker, take_task_output};

/// How the last try of a task ended.
enum TaskEnd<T> {
    Done(T, Vec<AccumulatorUpdate>),
    Failed(TaskFailure),
    Cancelled,
}

impl<T> TaskEnd<T> {
    /// What it gave, if it succeeded.
    fn result(&self) -> Option<&T> {
        match self {
            TaskEnd::Done(result, _) => Some(result),
            TaskEnd::Failed(_) | TaskEnd::Cancelled => None,
        }
    }
}

/// A task that has ended.
struct Ended<T> {
    end: TaskEnd<T>,
    /// What it printed.
    output: String,
    record: TaskRecord,
}

impl Scheduler {
    /// Runs a task for each partition; gives their results in the same order.
    pub(super) fn run_tasks<T: Send + TaskResult>(
        &self,
        vm: &mut Vm,
        mut stage: StageRecord,
        partitions: &[usize],
        work: impl Fn(&mut TaskContext<'_>, usize) -> Result<T, TaskError> + Sync,
    ) -> Result<Vec<T>> {
        if !self.has_core.get() && !partitions.is_empty() {
            self.is_starved.set(true);
            return Err(Error::Raised(Raise::Cancelled));
        }
        let first_task = self.take_number(|numbers| &mut numbers.task, partitions.len());
        let shared = Shared {
            worker: &self.worker,
            store: &self.store,
            effects: self.effects,
            max_failures: self.max_failures,
        };
        let (stage_id, clock) = (stage.id, self.wall_clock_ms);
        let ends = run_all(partitions, |at, partition| {
            let first_try = RunningTask {
                partition,
                stage: stage_id,
                attempt: 0,
                task: first_task + at as u64,
            };
            let started_ms = clock();
            let (end, attempts) = shared.try_task(first_try, |task| work(task, partition));
            let record = TaskRecord {
                partition,
                thread: thread_number(),
                started_ms,
                ended_ms: clock(),
                records: end.result().map_or(0, TaskResult::records),
                attempts,
            };
            Ended {
                end,
                output: take_task_output(),
                record,
            }
        });
        let completed = ends.iter().filter(|ended| ended.end.result().is_some());
        let completed = completed.count();
        self.history.borrow_mut().add_stage(StageInfo {
            id: stage.id,
            name: stage_name(vm, &stage),
            tasks: partitions.len(),
            completed,
            failed: ends.len() - completed,
        });
        stage.tasks = ends.iter().map(|ended| ended.record).collect();
        self.journal.borrow_mut().add_stage(stage);
        let mut results = Vec::with_capacity(partitions.len());
        for (at, Ended { end, output, .. }) in ends.into_iter().enumerate() {
            if !output.is_empty() && self.effects == Effects::Allowed {
                vm.host.write(Stream::Error, &output);
            }
            match end {
                TaskEnd::Done(result, updates) => {
                    self.accumulate(vm, updates)?;
                    results.push(result);
                }
                TaskEnd::Failed(cause) => {
                    return Err(Error::Job(Box::new(JobFailure {
                        stage: stage_id,
                        partition: at,
                        task: first_task + at as u64,
                        attempts: self.max_failures,
                        cause,
                    })));
                }
                TaskEnd::Cancelled => return Err(Error::Raised(Raise::Cancelled)),
            }
        }
        Ok(results)
    }
}

/// What a stage is called: the last one of a job as the action that the program has called.
fn stage_name(vm: &Vm, stage: &StageRecord) -> String {
    match vm.current_call() {
        Some((action, file, line)) if !stage.writes_shuffle => format!("{action} at {file}:{line}"),
        _ => stage.name.to_owned(),
    }
}

/// What the tasks of a stage share on all threads.
struct Shared<'a> {
    worker: &'a Worker,
    store: &'a BlockStore,
    effects: Effects,
    max_failures: usize,
}

impl Shared<'_> {
    /// How a task ended, and how often it was tried.
    fn try_task<T>(
        &self,
        first_try: RunningTask,
        work: impl Fn(&mut TaskContext<'_>) -> Result<T, TaskError>,
    ) -> (TaskEnd<T>, usize) {
        self.worker.with_machine(self.effects, |vm| {
            let mut attempt = 0;
            loop {
                let running = RunningTask {
                    attempt,
                    ..first_try
                };
                running.enter(vm);
                attempt += 1;
                let mut task = TaskContext::new(vm, self.store);
                let failure = match work(&mut task) {
                    Ok(result) => return (TaskEnd::Done(result, task.into_updates()), attempt),
                    Err(error) => error.into_failure(vm),
                };
                match failure {
                    Some(failure) if attempt == self.max_failures => {
                        return (TaskEnd::Failed(failure), attempt);
                    }
                    Some(_) => {}
                    None => return (TaskEnd::Cancelled, attempt),
                }
            }
        })
    }
}

/// The number of this thread, from 0.
fn thread_number() -> usize {
    #[cfg(feature = "threads")]
    return rayon::current_thread_index().unwrap_or(0);
    #[cfg(not(feature = "threads"))]
    0
}

/// Runs all tasks up to the first that does not succeed, one after the other.
#[cfg(not(feature = "threads"))]
fn run_all<T>(partitions: &[usize], run: impl Fn(usize, usize) -> Ended<T>) -> Vec<Ended<T>> {
    let mut ends = Vec::with_capacity(partitions.len());
    for (at, partition) in partitions.iter().enumerate() {
        let end = run(at, *partition);
        let done = end.end.result().is_some();
        ends.push(end);
        if !done {
            break;
        }
    }
    ends
}

/// Runs all tasks on rayon's pool; those after one that does not succeed are left out.
#[cfg(feature = "threads")]
fn run_all<T: Send>(
    partitions: &[usize],
    run: impl Fn(usize, usize) -> Ended<T> + Sync,
) -> Vec<Ended<T>> {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use rayon::prelude::*;

    let first_failed = AtomicUsize::new(usize::MAX);
    let ends: Vec<Option<Ended<T>>> = partitions
        .par_iter()
        .enumerate()
        .with_max_len(1)
        .map(|(at, partition)| {
            if at > first_failed.load(Ordering::Relaxed) {
                return None;
            }
            let end = run(at, *partition);
            if end.end.result().is_none() {
                first_failed.fetch_min(at, Ordering::Relaxed);
            }
            Some(end)
        })
        .collect();
    let upto = first_failed.into_inner().saturating_add(1);
    ends.into_iter().take(upto).flatten().collect()
}
