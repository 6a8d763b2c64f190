//! Blocks: what the store holds.

use std::sync::Arc;

use crate::partition::Partition;

/// An RDD or a shuffle, as the store knows it: a number that no other one in the program has. Two
/// `SparkContext`s of a program each count their RDDs from 0, so those numbers would not do.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct BlockOwner(pub(super) u64);

/// The name of a block (Spark: `org.apache.spark.storage.BlockId`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct BlockId {
    pub(crate) owner: BlockOwner,
    /// The partition of the RDD, or the map task of the shuffle.
    pub(crate) index: usize,
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
