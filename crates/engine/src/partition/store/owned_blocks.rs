//! Blocks that go when what they belong to goes (Spark: `ContextCleaner`).

use std::sync::Arc;

use super::{BlockOwner, BlockStore};

/// The blocks of an RDD or of a shuffle; dropping it removes them from the program's store.
pub(crate) struct OwnedBlocks {
    store: Arc<BlockStore>,
    owner: BlockOwner,
}

impl OwnedBlocks {
    /// The blocks that will belong to an owner.
    pub(crate) fn new(store: &Arc<BlockStore>, owner: BlockOwner) -> OwnedBlocks {
        OwnedBlocks {
            store: store.clone(),
            owner,
        }
    }

    /// Whose they are.
    pub(crate) fn owner(&self) -> BlockOwner {
        self.owner
    }
}

impl Drop for OwnedBlocks {
    fn drop(&mut self) {
        self.store.release(self.owner);
    }
}
