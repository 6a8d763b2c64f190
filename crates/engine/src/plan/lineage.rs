//! What a plan is computed from, until a checkpoint cuts it.

use std::sync::{Arc, PoisonError, RwLock};

use super::physical::PhysicalRdd;

/// What a plan is computed from; `None` once a checkpoint has cut it. It is the one part of a plan
/// that changes, so that the plans before a checkpoint can be dropped while those after it live.
pub(super) struct Lineage(RwLock<Option<Arc<dyn PhysicalRdd>>>);

impl Lineage {
    pub(super) fn new(node: Box<dyn PhysicalRdd>) -> Lineage {
        Lineage(RwLock::new(Some(node.into())))
    }

    pub(super) fn node(&self) -> Option<Arc<dyn PhysicalRdd>> {
        let node = self.0.read().unwrap_or_else(PoisonError::into_inner);
        node.clone()
    }

    /// Cuts it: whatever came before is let go.
    pub(super) fn cut(&self) {
        drop_all(self.take());
    }

    fn take(&self) -> Option<Arc<dyn PhysicalRdd>> {
        let mut node = self.0.write().unwrap_or_else(PoisonError::into_inner);
        node.take()
    }
}

impl Drop for Lineage {
    fn drop(&mut self) {
        self.cut();
    }
}

/// Takes a long lineage apart in a loop: a chain of a thousand batches must not recurse.
fn drop_all(first: Option<Arc<dyn PhysicalRdd>>) {
    let mut pending: Vec<Arc<dyn PhysicalRdd>> = first.into_iter().collect();
    while let Some(node) = pending.pop() {
        if Arc::strong_count(&node) > 1 {
            continue;
        }
        let mut parents = node.parents();
        if let Some(shuffle) = node.shuffle() {
            parents.push(shuffle.parent().clone());
        }
        drop(node);
        for parent in parents {
            if let Some(plan) = Arc::into_inner(parent) {
                pending.extend(plan.lineage.take());
            }
        }
    }
}
