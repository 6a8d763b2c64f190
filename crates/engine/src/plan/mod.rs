//! Plans: RDDs that any thread can compute (the RDDs of Spark's JVM side).
//!
//! A plan describes: what it is computed from, and how. What was computed is in the block store of
//! `partition`. Plans know nothing of jobs.

mod kernel_records;
mod lineage;
mod pair;
pub(crate) mod physical;
mod pipeline;
mod portable_hash;
mod python_partitioner;
mod shuffle;
mod step;
mod task_context;
mod xor_shift;

use std::sync::Arc;

pub(crate) use kernel_records::ColumnStep;
pub(crate) use pair::{part, unpack_pair};
pub use physical::TopicRange;
pub(crate) use pipeline::Pipeline;
pub use portable_hash::{portable_hash, portable_hash_function};
pub(crate) use python_partitioner::{PythonPartitioner, partition_of};
pub(crate) use shuffle::{CallSite, Shuffle};
pub(crate) use step::LineageStep;
pub use step::{OpenStep, Step};
pub(crate) use task_context::TaskContext;
pub use xor_shift::XorShift;

use crate::partition::{Block, BlockOwner, BlockStore, OwnedBlocks, Partition};
use crate::task::TaskError;
use lineage::Lineage;
use physical::PhysicalRdd;

/// An RDD that any thread can compute.
pub(crate) struct Plan {
    id: u64,
    partitions: usize,
    partitioner: Option<PythonPartitioner>,
    lineage: Lineage,
    blocks: OwnedBlocks,
}

impl Plan {
    /// The number of a plan that is made to inspect records: no RDD of the program has it.
    pub(crate) const INSPECTION: u64 = u64::MAX;

    /// A plan; its blocks go from the store when it does.
    pub(crate) fn new(
        store: &Arc<BlockStore>,
        id: u64,
        node: Box<dyn PhysicalRdd>,
        partitioner: Option<PythonPartitioner>,
    ) -> Arc<Plan> {
        Arc::new(Plan {
            id,
            partitions: node.partitions(),
            partitioner,
            lineage: Lineage::new(node),
            blocks: OwnedBlocks::new(store),
        })
    }

    /// Its number, counted from 0 over the context's life.
    pub(crate) fn id(&self) -> u64 {
        self.id
    }

    /// Whose its blocks are.
    pub(crate) fn owner(&self) -> BlockOwner {
        self.blocks.owner()
    }

    /// How many partitions it has.
    pub(crate) fn partitions(&self) -> usize {
        self.partitions
    }

    /// Which partition its keys are in, where a shuffle by key has put them there.
    pub(crate) fn partitioner(&self) -> Option<PythonPartitioner> {
        self.partitioner
    }

    /// How it is computed; `None` once a checkpoint has cut the lineage.
    pub(crate) fn node(&self) -> Option<Arc<dyn PhysicalRdd>> {
        self.lineage.node()
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

    /// How many records its cached partitions have, once all are there.
    pub(crate) fn cached_len(&self, store: &BlockStore) -> Option<usize> {
        if !store.is_kept(self.owner()) {
            return None;
        }
        let blocks = store.blocks(self.owner(), self.partitions);
        blocks.iter().map(|block| Some(block.as_ref()?.len())).sum()
    }

    /// Cuts the lineage: from now on these are the partitions.
    pub(crate) fn checkpoint(&self, store: &BlockStore, partitions: Vec<Partition>) {
        for (index, partition) in partitions.into_iter().enumerate() {
            store.put(self.blocks.id(index), Block::new(vec![partition]));
        }
        store.set_rdd_info(self.owner(), |info| {
            info.checkpoint = info.checkpoint.done()
        });
        self.lineage.cut();
    }

    /// Whether every partition is cached, so that nothing before it is needed.
    pub(crate) fn is_complete(&self, store: &BlockStore) -> bool {
        store.is_kept(self.owner()) && store.is_complete(self.owner(), self.partitions)
    }

    /// The plans that it reads in its own stage.
    pub(crate) fn parents(&self) -> Vec<Arc<Plan>> {
        self.node().map(|node| node.parents()).unwrap_or_default()
    }

    /// The shuffle that it reads.
    pub(crate) fn shuffle(&self) -> Option<Arc<Shuffle>> {
        self.node().and_then(|node| node.shuffle())
    }

    /// A partition: from the store, or computed.
    pub(crate) fn partition(
        &self,
        task: &mut TaskContext<'_>,
        index: usize,
    ) -> Result<Partition, TaskError> {
        let store = task.store;
        if !store.is_kept(self.owner()) {
            return self.compute(task, index);
        }
        let block = store.get_or_compute(self.blocks.id(index), || {
            Ok::<Block, TaskError>(Block::new(vec![self.compute(task, index)?]))
        })?;
        Ok(block.partition(0).clone())
    }

    fn compute(&self, task: &mut TaskContext<'_>, index: usize) -> Result<Partition, TaskError> {
        match self.node() {
            Some(node) => node.compute(task, index),
            None => {
                let rdd = self.id;
                Err(TaskError::Java {
                    class: "org.apache.spark.SparkException",
                    message: format!("Checkpoint block rdd_{rdd}_{index} not found!"),
                })
            }
        }
    }
}
