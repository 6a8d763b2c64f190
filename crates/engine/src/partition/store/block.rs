//! Blocks: what the store holds.

use std::fmt;
use std::sync::Arc;

use crate::partition::Partition;

/// What a block belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum BlockOwner {
    /// The RDD of this number: its cached partitions.
    Rdd(u64),
    /// The shuffle of this number: what its map tasks wrote.
    Shuffle(u64),
}

/// The name of a block (Spark: `org.apache.spark.storage.BlockId`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct BlockId {
    pub(crate) owner: BlockOwner,
    /// The partition of the RDD, or the map task of the shuffle.
    pub(crate) index: usize,
}

impl BlockId {
    /// A partition of an RDD.
    pub(crate) fn of_rdd(rdd: u64, partition: usize) -> BlockId {
        BlockId {
            owner: BlockOwner::Rdd(rdd),
            index: partition,
        }
    }
}

impl fmt::Display for BlockId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.owner {
            BlockOwner::Rdd(rdd) => write!(out, "rdd_{rdd}_{}", self.index),
            BlockOwner::Shuffle(shuffle) => write!(out, "shuffle_{shuffle}_{}", self.index),
        }
    }
}

/// Records that are kept: of an RDD one partition, of a map task one for each reduce partition.
/// Cloning is cheap.
#[derive(Clone)]
pub(crate) struct Block {
    partitions: Arc<[Partition]>,
    bytes: usize,
}

impl Block {
    /// A block of these partitions.
    pub(crate) fn new(partitions: Vec<Partition>) -> Block {
        Block {
            bytes: partitions.iter().map(Partition::bytes).sum(),
            partitions: partitions.into(),
        }
    }

    /// Its partition at an index that is in range.
    pub(crate) fn partition(&self, index: usize) -> &Partition {
        &self.partitions[index]
    }

    /// How many records there are in it.
    pub(crate) fn len(&self) -> usize {
        self.partitions.iter().map(Partition::len).sum()
    }

    /// How many bytes of memory its records take, about. A chunk that two blocks share is counted
    /// in both.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes
    }
}
