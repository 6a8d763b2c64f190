//! Plans: RDDs that any thread can compute (the JVM side's RDDs).

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use super::PlacedBy;
use super::physical::PhysicalRdd;
use crate::context::Context;
use crate::partition::Partition;
use crate::scheduler::TaskContext;
use crate::shuffle::Shuffle;
use crate::storage_level::StorageLevel;
use crate::task::TaskError;

/// An RDD that any thread can compute.
pub struct Plan {
    id: u64,
    partitions: usize,
    placed_by: Option<PlacedBy>,
    /// `None` once a checkpoint has cut the lineage.
    node: RwLock<Option<Arc<dyn PhysicalRdd>>>,
    name: Mutex<Option<String>>,
    level: Mutex<StorageLevel>,
    kept: RwLock<Option<Arc<Kept>>>,
    /// Set when its lineage is to be cut after the next job that computes it.
    checkpoint: Mutex<Checkpoint>,
}

/// How far a plan's checkpoint is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Checkpoint {
    /// None was asked for.
    No,
    /// The next job that computes it writes it.
    Wanted(CheckpointKind),
    /// It is written.
    Done(CheckpointKind),
}

/// Where a checkpoint goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CheckpointKind {
    /// Into the checkpoint directory (`RDD.checkpoint`).
    Reliable,
    /// Nowhere but the kept partitions (`RDD.localCheckpoint`).
    Local,
}

/// Cached partitions: each is computed once, under its lock.
struct Kept(Vec<Mutex<Option<Partition>>>);

impl Kept {
    fn new(partitions: usize) -> Arc<Kept> {
        Arc::new(Kept((0..partitions).map(|_| Mutex::default()).collect()))
    }

    fn is_complete(&self) -> bool {
        self.0.iter().all(|slot| {
            slot.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .is_some()
        })
    }
}

impl Plan {
    pub(crate) fn new(
        context: &Context,
        node: Box<dyn PhysicalRdd>,
        placed_by: Option<PlacedBy>,
    ) -> Arc<Plan> {
        Arc::new(Plan {
            id: context.next_rdd_id(),
            partitions: node.partitions(),
            placed_by,
            node: RwLock::new(Some(node.into())),
            name: Mutex::default(),
            level: Mutex::new(StorageLevel::NONE),
            kept: RwLock::default(),
            checkpoint: Mutex::new(Checkpoint::No),
        })
    }

    /// Its number, counted from 0 over the context's life.
    pub fn id(&self) -> u64 {
        self.id
    }

    /// How many partitions it has.
    pub fn partitions(&self) -> usize {
        self.partitions
    }

    pub(crate) fn placed_by(&self) -> Option<PlacedBy> {
        self.placed_by
    }

    pub(crate) fn name(&self) -> Option<String> {
        let name = self.name.lock().unwrap_or_else(PoisonError::into_inner);
        name.clone()
    }

    pub(crate) fn set_name(&self, new: &str) {
        let mut name = self.name.lock().unwrap_or_else(PoisonError::into_inner);
        *name = Some(new.to_string());
    }

    /// Where its partitions are said to be kept.
    pub fn storage_level(&self) -> StorageLevel {
        *self.level.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set_storage_level(&self, level: StorageLevel) {
        *self.level.lock().unwrap_or_else(PoisonError::into_inner) = level;
    }

    fn kept(&self) -> Option<Arc<Kept>> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        kept.clone()
    }

    pub(crate) fn node(&self) -> Option<Arc<dyn PhysicalRdd>> {
        let node = self.node.read().unwrap_or_else(PoisonError::into_inner);
        node.clone()
    }

    /// The last operator that computes it: a Python step, or the kind of RDD.
    pub(crate) fn operator(&self) -> &'static str {
        match self.node() {
            Some(node) => node.operator().unwrap_or_else(|| node.description()),
            None => "checkpoint",
        }
    }

    /// How many records it has, where that is known without computing it.
    pub(crate) fn known_len(&self) -> Option<usize> {
        self.node()?.known_len()
    }

    /// How many records its kept partitions have, once all are kept.
    pub(crate) fn kept_len(&self) -> Option<usize> {
        let kept = self.kept()?;
        let lens = kept.0.iter().map(|slot| {
            let partition = slot.lock().unwrap_or_else(PoisonError::into_inner);
            partition.as_ref().map(Partition::len)
        });
        lens.sum()
    }

    /// Keeps partitions once computed.
    pub(crate) fn keep(&self, level: StorageLevel) {
        self.set_storage_level(level);
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        kept.get_or_insert_with(|| Kept::new(self.partitions));
    }

    /// Forgets kept partitions; a checkpoint stays.
    pub(crate) fn forget(&self) {
        self.set_storage_level(StorageLevel::NONE);
        if self.node().is_some() {
            let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
            *kept = None;
        }
    }

    /// Whether partitions are kept once computed.
    pub fn is_kept(&self) -> bool {
        self.kept().is_some()
    }

    pub(crate) fn checkpoint(&self) -> Checkpoint {
        *self
            .checkpoint
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set_checkpoint(&self, state: Checkpoint) {
        let mut checkpoint = self
            .checkpoint
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *checkpoint = state;
    }

    /// Cuts the lineage: from now on these are the partitions.
    pub(crate) fn cut_lineage(&self, partitions: Vec<Partition>) {
        let slots = partitions.into_iter().map(|part| Mutex::new(Some(part)));
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        *kept = Some(Arc::new(Kept(slots.collect())));
        let mut node = self.node.write().unwrap_or_else(PoisonError::into_inner);
        *node = None;
        if let Checkpoint::Wanted(kind) = self.checkpoint() {
            self.set_checkpoint(Checkpoint::Done(kind));
        }
    }

    /// Whether every partition is kept, so that nothing before it is needed.
    pub(crate) fn is_complete(&self) -> bool {
        self.kept().is_some_and(|kept| kept.is_complete())
    }

    /// The plans it reads partition by partition.
    pub(crate) fn parents(&self) -> Vec<Arc<Plan>> {
        self.node().map(|node| node.parents()).unwrap_or_default()
    }

    /// The shuffle it reads.
    pub(crate) fn shuffle(&self) -> Option<Arc<Shuffle>> {
        self.node().and_then(|node| node.shuffle())
    }

    /// A partition: kept, or computed.
    pub(crate) fn partition(
        &self,
        task: &mut TaskContext<'_>,
        index: usize,
    ) -> Result<Partition, TaskError> {
        let compute = |task: &mut TaskContext<'_>| match self.node() {
            Some(node) => node.compute(task, index),
            None => Err(TaskError::Java {
                class: "org.apache.spark.SparkException",
                message: format!("Checkpoint block rdd_{}_{index} not found!", self.id),
            }),
        };
        let Some(kept) = self.kept() else {
            return compute(task);
        };
        let mut slot = kept.0[index].lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(partition) = &*slot {
            return Ok(partition.clone());
        }
        if let Some(looked) = task.looked.clone() {
            drop(slot);
            if let Some(partition) = looked.partition(self.id, index) {
                return Ok(partition);
            }
            let partition = compute(task)?;
            looked.put_partition(self.id, index, &partition);
            return Ok(partition);
        }
        let partition = compute(task)?;
        *slot = Some(partition.clone());
        Ok(partition)
    }
}

impl Drop for Plan {
    /// Takes a long lineage apart in a loop: a chain of a thousand batches must not recurse.
    fn drop(&mut self) {
        let mut pending: Vec<Arc<dyn PhysicalRdd>> = Vec::new();
        let take = |plan: &mut Plan| {
            plan.node
                .get_mut()
                .unwrap_or_else(PoisonError::into_inner)
                .take()
        };
        pending.extend(take(self));
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
                if let Some(mut plan) = Arc::into_inner(parent) {
                    pending.extend(take(&mut plan));
                }
            }
        }
    }
}
