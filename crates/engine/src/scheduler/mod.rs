//! Jobs: stages in the order of their shuffles, a task a partition.

mod stage;
mod task_set;

use std::sync::Arc;

use brooklet_python::vm::Vm;

use crate::accumulator::TaskAccumulators;
use crate::context::Context;
use crate::error::Result;
use crate::looking::Look;
use crate::partition::{Partition, pickle_record};
use crate::rdd::Plan;
use crate::task::{AccumulatorUpdate, TaskError};

/// What a task works with.
pub(crate) struct TaskContext<'a> {
    pub(crate) vm: &'a mut Vm,
    /// What the look has computed that it belongs to, if it belongs to one.
    pub(crate) looked: Look,
    updates: Vec<AccumulatorUpdate>,
}

impl<'a> TaskContext<'a> {
    fn new(vm: &'a mut Vm, looked: Look) -> TaskContext<'a> {
        TaskAccumulators::of(vm).take();
        TaskContext {
            vm,
            looked,
            updates: Vec::new(),
        }
    }

    /// Takes what the functions of a pipeline that has ended added to accumulators.
    pub(crate) fn take_updates(&mut self) -> Result<(), TaskError> {
        for (id, value) in TaskAccumulators::of(self.vm).take() {
            let value = pickle_record(self.vm, &value)?;
            self.updates.push(AccumulatorUpdate { id, value });
        }
        Ok(())
    }
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
    vm: &mut Vm,
    context: &Context,
    plan: &Arc<Plan>,
    partitions: &[usize],
) -> Result<Vec<Partition>> {
    if partitions.is_empty() {
        return Ok(Vec::new());
    }
    let job = context.next_job.replace(context.next_job.get() + 1);
    context.note(|journal| journal.begin_job(job, context.wall_clock()()));
    stage::run_missing_shuffles(vm, context, plan)?;
    let result_stage = stage::describe(context, plan, None);
    let results = task_set::run(vm, context, result_stage, partitions, |task, partition| {
        plan.partition(task, partition)
    })?;
    if context.look().is_none() {
        write_checkpoints(vm, context, plan)?;
    }
    Ok(results)
}

/// Writes the checkpoints that wait in a job's lineage: the first on each path, as Spark does.
fn write_checkpoints(vm: &mut Vm, context: &Context, plan: &Arc<Plan>) -> Result<()> {
    for plan in stage::marked_for_checkpoint(plan) {
        stage::run_missing_shuffles(vm, context, &plan)?;
        let all: Vec<usize> = (0..plan.partitions()).collect();
        let stage = stage::describe(context, &plan, None);
        let partitions = task_set::run(vm, context, stage, &all, |task, partition| {
            plan.partition(task, partition)
        })?;
        plan.cut_lineage(partitions);
    }
    Ok(())
}
