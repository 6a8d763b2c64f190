//! Blocks that go when what they belong to goes (Spark: `ContextCleaner`).

use std::sync::Arc;

use super::{BlockId, BlockOwner, BlockStore};

/// The blocks of an RDD or of a shuffle; dropping it removes them from the program's store.
pub(crate) struct OwnedBlocks {
    store: Arc<BlockStore>,
    owner: BlockOwner,
}

impl OwnedBlocks {
    /// The blocks of a new owner; there are none yet.
    pub(crate) fn new(store: &Arc<BlockStore>) -> OwnedBlocks {
        OwnedBlocks {
            store: store.clone(),
            owner: store.new_owner(),
        }
    }

    /// Whose they are.
    pub(crate) fn owner(&self) -> BlockOwner {
        self.owner
    }

    /// The name of one of them.
    pub(crate) fn id(&self, index: usize) -> BlockId {
        BlockId {
            owner: self.owner,
            index,
        }
    }
}

impl Drop for OwnedBlocks {
    fn drop(&mut self) {
        self.store.release(self.owner);
    }
}
