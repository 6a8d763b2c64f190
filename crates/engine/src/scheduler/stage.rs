//! The stages that a plan needs.

use std::collections::HashSet;
use std::sync::Arc;

use brooklet_python::vm::Vm;

use super::{Scheduler, StageRecord};
use crate::error::Result;
use crate::partition::{BlockStore, Checkpoint};
use crate::plan::{Plan, Shuffle};

impl Scheduler {
    /// Runs the map side of every shuffle whose output is missing, parents first.
    pub(super) fn run_missing_shuffles(&self, vm: &mut Vm, plan: &Arc<Plan>) -> Result<()> {
        for shuffle in missing_shuffles(&self.store, plan)? {
            let missing = shuffle.missing(&self.store);
            let stage = self.describe_stage(shuffle.parent(), Some(&shuffle));
            self.store.set_stage(shuffle.owner(), stage.id);
            let outputs =
                self.run_tasks(vm, stage, &missing, |task, at| shuffle.write(task, at))?;
            for (at, output) in missing.into_iter().zip(outputs) {
                shuffle.put(&self.store, at, output);
            }
        }
        Ok(())
    }

    /// A stage that is about to run: it computes a plan, and writes a shuffle unless it ends the
    /// job. The stages that it reads and that need not run are noted as skipped.
    pub(super) fn describe_stage(&self, plan: &Arc<Plan>, writes: Option<&Shuffle>) -> StageRecord {
        let id = self.take_number(|numbers| &mut numbers.stage, 1);
        let mut parents = Vec::new();
        for shuffle in shuffles_read_by(&self.store, plan) {
            let parent = self.store.stage_of(shuffle.owner());
            parents.push(parent);
            let mut history = self.history.borrow_mut();
            history.add_skipped(parent, shuffle.operator());
            self.journal.borrow_mut().add_stage(StageRecord {
                id: parent,
                name: shuffle.operator(),
                parents: Vec::new(),
                is_skipped: true,
                writes_shuffle: true,
                tasks: Vec::new(),
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

    /// The plans that wait for a checkpoint, on each path the one nearest to `plan`.
    pub(super) fn marked_for_checkpoint(&self, plan: &Arc<Plan>) -> Vec<Arc<Plan>> {
        let mut seen = HashSet::new();
        let mut marked = Vec::new();
        let mut pending = vec![plan.clone()];
        while let Some(plan) = pending.pop() {
            if !seen.insert(plan.owner()) {
                continue;
            }
            let info = self.store.rdd_info(plan.owner());
            if matches!(info.checkpoint, Checkpoint::Wanted(_)) {
                marked.push(plan);
                continue;
            }
            pending.extend(plan.parents());
            pending.extend(plan.shuffle().map(|shuffle| shuffle.parent().clone()));
        }
        marked
    }
}

/// The shuffles that the tasks of a plan read.
fn shuffles_read_by(store: &BlockStore, plan: &Arc<Plan>) -> Vec<Arc<Shuffle>> {
    let mut seen = HashSet::new();
    let mut read = Vec::new();
    let mut pending = vec![plan.clone()];
    while let Some(plan) = pending.pop() {
        if !seen.insert(plan.owner()) || plan.is_complete(store) {
            continue;
        }
        read.extend(plan.shuffle());
        pending.extend(plan.parents().into_iter().rev());
    }
    read
}

/// The shuffles to run before a plan can be computed, in the order to run them.
fn missing_shuffles(store: &BlockStore, plan: &Arc<Plan>) -> Result<Vec<Arc<Shuffle>>> {
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
        if !seen.insert(plan.owner()) || plan.is_complete(store) {
            continue;
        }
        if let Some(node) = plan.node() {
            node.check()?;
        }
        if let Some(shuffle) = plan.shuffle()
            && !shuffle.missing(store).is_empty()
        {
            shuffle.check()?;
            pending.push(Visit::Done(shuffle.clone()));
            pending.push(Visit::Plan(shuffle.parent().clone()));
        }
        pending.extend(plan.parents().into_iter().rev().map(Visit::Plan));
    }
    Ok(ordered)
}
