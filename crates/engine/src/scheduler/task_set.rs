//! The tasks of a stage.

use brooklet_python::Raise;
use brooklet_python::vm::{Stream, Vm};

use super::TaskContext;
use crate::context::Context;
use crate::error::{Error, JobFailure, Result};
use crate::job_record::{StageRecord, TaskRecord, TaskResult};
use crate::looking::Look;
use crate::task::{RunningTask, TaskEnd, TaskError};
use crate::task_output::take_task_output;
use crate::worker::{Purpose, Worker};

/// A task that has ended.
struct Ended<T> {
    end: TaskEnd<T>,
    /// What it printed.
    output: String,
    record: TaskRecord,
}

/// Runs a task for each partition; gives their results in the same order.
pub(super) fn run<T: Send + TaskResult>(
    vm: &mut Vm,
    context: &Context,
    mut described: StageRecord,
    partitions: &[usize],
    work: impl Fn(&mut TaskContext<'_>, usize) -> Result<T, TaskError> + Sync,
) -> Result<Vec<T>> {
    let stage = described.id;
    let first_task = context
        .next_task
        .replace(context.next_task.get() + partitions.len() as u64);
    let attempts = context.max_failures().max(1);
    let worker = context.worker().as_ref();
    let look = context.look();
    let clock = context.wall_clock();
    let ends = run_all(partitions, |at, partition| {
        let first_try = RunningTask {
            partition,
            stage,
            attempt: 0,
            task: first_task + at as u64,
        };
        let started_ms = clock();
        let (end, output, attempts) = try_task(worker, attempts, first_try, &look, |task| {
            work(task, partition)
        });
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
            output,
            record,
        }
    });
    described.tasks = ends.iter().map(|ended| ended.record).collect();
    context.note(|journal| journal.add_stage(described));
    let mut results = Vec::with_capacity(partitions.len());
    for (at, Ended { end, output, .. }) in ends.into_iter().enumerate() {
        if !output.is_empty() && look.is_none() {
            vm.host.write(Stream::Error, &output);
        }
        match end {
            TaskEnd::Done(result, updates) => {
                if look.is_none() {
                    context.accumulate(vm, updates)?;
                }
                results.push(result);
            }
            TaskEnd::Failed(cause) => {
                return Err(Error::Job(Box::new(JobFailure {
                    stage,
                    partition: at,
                    task: first_task + at as u64,
                    attempts,
                    cause,
                })));
            }
            TaskEnd::Cancelled => return Err(Error::Raised(Raise::Cancelled)),
        }
    }
    Ok(results)
}

/// How a task ended, what it printed, and how often it was tried.
fn try_task<T>(
    worker: &Worker,
    attempts: usize,
    first_try: RunningTask,
    look: &Look,
    work: impl Fn(&mut TaskContext<'_>) -> Result<T, TaskError>,
) -> (TaskEnd<T>, String, usize) {
    let mut tries = 0;
    let purpose = match look {
        Some(_) => Purpose::Look,
        None => Purpose::Program,
    };
    let end = worker.with_machine(purpose, |vm| {
        let mut end = TaskEnd::Cancelled;
        for attempt in 0..attempts {
            tries = attempt + 1;
            RunningTask {
                attempt,
                ..first_try
            }
            .enter(vm);
            let mut task = TaskContext::new(vm, look.clone());
            end = match work(&mut task) {
                Ok(result) => return TaskEnd::Done(result, task.updates),
                Err(error) => match error.into_failure(vm) {
                    Some(failure) => TaskEnd::Failed(failure),
                    None => return TaskEnd::Cancelled,
                },
            };
        }
        end
    });
    (end, take_task_output(), tries)
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
