//! Partitions that outlive the task that computed them, by the id of their block.

mod block;
mod block_store;
mod contents;
mod owned_blocks;
mod rdd_info;
mod storage_level;

pub(crate) use block::{Block, BlockId, BlockOwner};
pub use block_store::BlockStore;
pub(crate) use owned_blocks::OwnedBlocks;
pub(crate) use rdd_info::{Checkpoint, CheckpointKind, RddInfo};
pub use storage_level::StorageLevel;
