//! The stages that a plan needs.

use std::collections::HashSet;
use std::sync::Arc;

use brooklet_python::vm::Vm;

use super::task_set;
use crate::context::Context;
use crate::error::Result;
use crate::job_record::StageRecord;
use crate::rdd::{Checkpoint, Plan};
use crate::shuffle::Shuffle;

/// Runs the map side of every shuffle whose output is missing, parents first.
pub(super) fn run_missing_shuffles(vm: &mut Vm, context: &Context, plan: &Arc<Plan>) -> Result<()> {
    for shuffle in missing_shuffles(plan)? {
        let missing = shuffle.missing();
        let stage = describe(context, shuffle.parent(), Some(&shuffle));
        shuffle.set_stage(stage.id);
        let outputs = task_set::run(vm, context, stage, &missing, |task, at| {
            shuffle.write(task, at)
        })?;
        let look = context.look();
        for (at, output) in missing.into_iter().zip(outputs) {
            match &look {
                Some(looked) => looked.put_output(&shuffle, at, output),
                None => shuffle.put(at, output),
            }
        }
    }
    Ok(())
}

/// A stage that is about to run: it computes a plan, and writes a shuffle unless it ends the job.
/// The stages that it reads and that need not run are noted as skipped.
pub(super) fn describe(
    context: &Context,
    plan: &Arc<Plan>,
    writes: Option<&Shuffle>,
) -> StageRecord {
    let id = context.next_stage.replace(context.next_stage.get() + 1);
    let mut parents = Vec::new();
    for shuffle in shuffles_read_by(plan) {
        let parent = shuffle.stage();
        parents.push(parent);
        context.note(|journal| {
            journal.add_stage(StageRecord {
                id: parent,
                name: shuffle.operator(),
                parents: Vec::new(),
                is_skipped: true,
                writes_shuffle: true,
                tasks: Vec::new(),
            });
        });
    }
    StageRecord {
        id,
        name: writes.map_or_else(|| plan.operator(), Shuffle::operator),
        parents,
        is_skipped: false,
        writes_shuffle: writes.is_some(),
        tasks: Vec::new(),
    }
}

/// The shuffles that the tasks of a plan read.
fn shuffles_read_by(plan: &Arc<Plan>) -> Vec<Arc<Shuffle>> {
    let mut seen = HashSet::new();
    let mut read = Vec::new();
    let mut pending = vec![plan.clone()];
    while let Some(plan) = pending.pop() {
        if !seen.insert(plan.id()) || plan.is_complete() {
            continue;
        }
        read.extend(plan.shuffle());
        pending.extend(plan.parents().into_iter().rev());
    }
    read
}

/// The shuffles to run before a plan can be computed, in the order to run them.
fn missing_shuffles(plan: &Arc<Plan>) -> Result<Vec<Arc<Shuffle>>> {
    enum Visit {
        Plan(Arc<Plan>),
        Done(Arc<Shuffle>),
    }
    let mut seen = HashSet::new();
    let mut ordered = Vec::new();
    let mut pending = vec![Visit::Plan(plan.clone())];
    while let Some(visit) = pending.pop() {
        let plan = match visit {
            Visit::Done(shuffle) => {
                ordered.push(shuffle);
                continue;
            }
            Visit::Plan(plan) => plan,
        };
        if !seen.insert(plan.id()) || plan.is_complete() {
            continue;
        }
        if let Some(node) = plan.node() {
            node.check()?;
        }
        if let Some(shuffle) = plan.shuffle()
            && !shuffle.missing().is_empty()
        {
            shuffle.check()?;
            pending.push(Visit::Done(shuffle.clone()));
            pending.push(Visit::Plan(shuffle.parent().clone()));
        }
        pending.extend(plan.parents().into_iter().rev().map(Visit::Plan));
    }
    Ok(ordered)
}

/// The plans that wait for a checkpoint, on each path the one nearest to `plan`.
pub(super) fn marked_for_checkpoint(plan: &Arc<Plan>) -> Vec<Arc<Plan>> {
    let mut seen = HashSet::new();
    let mut marked = Vec::new();
    let mut pending = vec![plan.clone()];
    while let Some(plan) = pending.pop() {
        if !seen.insert(plan.id()) {
            continue;
        }
        if matches!(plan.checkpoint(), Checkpoint::Wanted(_)) {
            marked.push(plan);
            continue;
        }
        pending.extend(plan.parents());
        pending.extend(plan.shuffle().map(|shuffle| shuffle.parent().clone()));
    }
    marked
}
