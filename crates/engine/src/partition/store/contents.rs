//! What a block store holds, behind its lock.

use std::collections::HashMap;

use super::{Block, BlockId, BlockOwner, RddInfo};

/// What a block store holds, behind its lock.
#[derive(Default)]
pub(super) struct Contents {
    /// By the partition of the RDD, or by the map task of the shuffle.
    pub(super) blocks: HashMap<BlockOwner, Vec<Slot>>,
    pub(super) rdds: HashMap<BlockOwner, RddInfo>,
    /// The stage that wrote a shuffle last.
    pub(super) stages: HashMap<BlockOwner, u64>,
    /// The number of the next owner.
    pub(super) next_owner: u64,
    /// The bytes of all blocks.
    pub(super) bytes: usize,
}

/// The place of a block.
#[derive(Clone, Default)]
pub(super) enum Slot {
    #[default]
    Empty,
    /// A task computes it; others that need it wait.
    Computing,
    Held(Block),
}

impl Slot {
    /// The block, if there is one.
    pub(super) fn block(&self) -> Option<&Block> {
        match self {
            Slot::Held(block) => Some(block),
            Slot::Empty | Slot::Computing => None,
        }
    }
}

impl Contents {
    /// The place of a block; one that no block was ever in is empty.
    pub(super) fn slot(&self, id: BlockId) -> Slot {
        let slots = self.blocks.get(&id.owner);
        let slot = slots.and_then(|slots| slots.get(id.index));
        slot.cloned().unwrap_or_default()
    }

    /// Puts something into the place of a block.
    pub(super) fn set(&mut self, id: BlockId, new: Slot) {
        let slots = self.blocks.entry(id.owner).or_default();
        if slots.len() <= id.index {
            slots.resize_with(id.index + 1, Slot::default);
        }
        self.bytes += new.block().map_or(0, Block::bytes);
        let old = std::mem::replace(&mut slots[id.index], new);
        self.bytes -= old.block().map_or(0, Block::bytes);
    }

    /// Removes all blocks of an owner.
    pub(super) fn remove(&mut self, owner: BlockOwner) {
        let slots = self.blocks.remove(&owner).unwrap_or_default();
        let bytes = slots.iter().filter_map(Slot::block).map(Block::bytes);
        self.bytes -= bytes.sum::<usize>();
    }
}
