//! The block store: cached partitions and shuffle outputs (Spark: `BlockManager` and
//! `MapOutputTracker`).

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::contents::{Contents, Slot};
use super::{Block, BlockId, BlockOwner, RddInfo};

/// The blocks of a program, and what the program asked for its RDDs. All its contexts share one.
///
/// A store may lie over another one: it shows that one's blocks and keeps every new one to itself.
/// An inspection of a past batch runs over such a layer, so that whether a function of the program
/// runs never depends on what was inspected before.
#[derive(Default)]
pub struct BlockStore {
    beneath: Option<Arc<BlockStore>>,
    contents: Mutex<Contents>,
    /// Told whenever the computation of a block has ended.
    computed: Condvar,
}

impl BlockStore {
    /// An empty store.
    pub fn new() -> Arc<BlockStore> {
        Arc::default()
    }

    /// A store that starts with what another one holds.
    pub(crate) fn over(beneath: &Arc<BlockStore>) -> Arc<BlockStore> {
        Arc::new(BlockStore {
            beneath: Some(beneath.clone()),
            ..BlockStore::default()
        })
    }

    fn contents(&self) -> MutexGuard<'_, Contents> {
        self.contents.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A number for an RDD or a shuffle that is being made.
    pub(super) fn new_owner(&self) -> BlockOwner {
        let mut contents = self.contents();
        contents.next_owner += 1;
        BlockOwner(contents.next_owner)
    }

    /// A block, if it is held.
    pub(crate) fn get(&self, id: BlockId) -> Option<Block> {
        if let Slot::Held(block) = self.contents().slot(id) {
            return Some(block);
        }
        self.beneath.as_ref()?.get(id)
    }

    /// The first blocks of an owner, so many of them, where they are held.
    pub(crate) fn blocks(&self, owner: BlockOwner, count: usize) -> Vec<Option<Block>> {
        let mut blocks = match &self.beneath {
            Some(beneath) => beneath.blocks(owner, count),
            None => vec![None; count],
        };
        if let Some(slots) = self.contents().blocks.get(&owner) {
            for (block, slot) in blocks.iter_mut().zip(slots) {
                if let Some(held) = slot.block() {
                    *block = Some(held.clone());
                }
            }
        }
        blocks
    }

    /// Whether an owner's blocks are all held, so many of them.
    pub(crate) fn is_complete(&self, owner: BlockOwner, count: usize) -> bool {
        self.blocks(owner, count).iter().all(Option::is_some)
    }

    /// Holds a block from now on.
    pub(crate) fn put(&self, id: BlockId, block: Block) {
        self.contents().set(id, Slot::Held(block));
    }

    /// A block: held already, or computed now and held from then on. Tasks that ask for it at the
    /// same time wait for the one that computes it. A failure leaves the block to the next.
    ///
    /// # Errors
    /// What computing it fails with.
    pub(crate) fn get_or_compute<E>(
        &self,
        id: BlockId,
        compute: impl FnOnce() -> Result<Block, E>,
    ) -> Result<Block, E> {
        if let Some(block) = self.beneath.as_ref().and_then(|beneath| beneath.get(id)) {
            return Ok(block);
        }
        let mut contents = self.contents();
        loop {
            match contents.slot(id) {
                Slot::Held(block) => return Ok(block),
                Slot::Empty => break,
                Slot::Computing => {
                    contents = self
                        .computed
                        .wait(contents)
                        .unwrap_or_else(PoisonError::into_inner);
                }
            }
        }
        contents.set(id, Slot::Computing);
        drop(contents);
        let mut end = EndOfComputation {
            store: self,
            id,
            slot: Slot::Empty,
        };
        let block = compute()?;
        end.slot = Slot::Held(block.clone());
        Ok(block)
    }

    /// What the program asked for an RDD.
    pub(crate) fn rdd_info(&self, rdd: BlockOwner) -> RddInfo {
        match &self.beneath {
            Some(beneath) => beneath.rdd_info(rdd),
            None => self.contents().rdds.get(&rdd).cloned().unwrap_or_default(),
        }
    }

    /// Whether the partitions of an RDD are kept once they are computed.
    pub(crate) fn is_kept(&self, rdd: BlockOwner) -> bool {
        match &self.beneath {
            Some(beneath) => beneath.is_kept(rdd),
            None => self.contents().rdds.get(&rdd).is_some_and(RddInfo::is_kept),
        }
    }

    /// Changes what the program asks for an RDD; the blocks of one that is kept no longer go.
    pub(crate) fn set_rdd_info(&self, rdd: BlockOwner, change: impl FnOnce(&mut RddInfo)) {
        let mut contents = self.contents();
        let info = contents.rdds.entry(rdd).or_default();
        change(info);
        if !info.is_kept() {
            contents.remove(rdd);
        }
    }

    /// The stage that wrote a shuffle last.
    pub(crate) fn stage_of(&self, shuffle: BlockOwner) -> u64 {
        let own = self.contents().stages.get(&shuffle).copied();
        match (own, &self.beneath) {
            (Some(stage), _) => stage,
            (None, Some(beneath)) => beneath.stage_of(shuffle),
            (None, None) => 0,
        }
    }

    /// Notes that a stage writes a shuffle.
    pub(crate) fn set_stage(&self, shuffle: BlockOwner, stage: u64) {
        self.contents().stages.insert(shuffle, stage);
    }

    /// Forgets everything of an RDD or of a shuffle.
    pub(crate) fn release(&self, owner: BlockOwner) {
        let mut contents = self.contents();
        contents.remove(owner);
        contents.rdds.remove(&owner);
        contents.stages.remove(&owner);
    }

    /// How many bytes of memory its own blocks take, about.
    pub(crate) fn bytes(&self) -> usize {
        self.contents().bytes
    }
}

/// Puts into a block's place what its computation gave, also when that panics.
struct EndOfComputation<'a> {
    store: &'a BlockStore,
    id: BlockId,
    slot: Slot,
}

impl Drop for EndOfComputation<'_> {
    fn drop(&mut self) {
        let slot = std::mem::take(&mut self.slot);
        self.store.contents().set(self.id, slot);
        self.store.computed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use brooklet_python::pickle::Pickled;

    use super::super::{OwnedBlocks, StorageLevel};
    use super::*;
    use crate::partition::{Chunk, Partition};

    const RDD: BlockOwner = BlockOwner(3);
    const SHUFFLE: BlockOwner = BlockOwner(1);

    fn id(owner: BlockOwner, index: usize) -> BlockId {
        BlockId { owner, index }
    }

    fn block(records: std::ops::Range<i64>) -> Block {
        let rows = records.map(Pickled::Int).collect();
        Block::new(vec![Partition::new(vec![Chunk::new(rows)])])
    }

    fn keep(store: &BlockStore) {
        store.set_rdd_info(RDD, |info| info.level = StorageLevel::MEMORY_SERIALIZED);
    }

    /// The number of records of a block that is computed, if it must be, with so many.
    fn compute(store: &BlockStore, partition: usize, records: i64) -> usize {
        let computed =
            store.get_or_compute(id(RDD, partition), || Ok::<Block, ()>(block(0..records)));
        computed.map_or(0, |block| block.len())
    }

    #[test]
    fn a_block_is_computed_once() {
        let store = BlockStore::new();
        assert_eq!(compute(&store, 1, 5), 5);
        assert_eq!(compute(&store, 1, 7), 5);
        assert!(store.get(id(RDD, 0)).is_none());
        assert!(!store.is_complete(RDD, 2));
        assert_eq!(compute(&store, 0, 2), 2);
        assert!(store.is_complete(RDD, 2));
    }

    #[test]
    fn a_block_that_failed_is_computed_again() {
        let store = BlockStore::new();
        let failed = store.get_or_compute(id(RDD, 0), || Err("no"));
        assert_eq!(failed.err(), Some("no"));
        assert_eq!(compute(&store, 0, 4), 4);
    }

    #[test]
    fn tasks_wait_for_the_one_that_computes() {
        let store = BlockStore::new();
        let times = Mutex::new(0);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    store.get_or_compute(id(RDD, 0), || {
                        *times.lock().unwrap() += 1;
                        std::thread::sleep(std::time::Duration::from_millis(5));
                        Ok::<Block, ()>(block(0..3))
                    })
                });
            }
        });
        assert_eq!(times.into_inner().unwrap(), 1);
    }

    #[test]
    fn a_layer_reads_what_is_beneath_and_keeps_its_own_blocks() {
        let program = BlockStore::new();
        keep(&program);
        compute(&program, 0, 2);
        let before = program.bytes();

        let layer = BlockStore::over(&program);
        assert!(layer.is_kept(RDD));
        assert_eq!(compute(&layer, 0, 9), 2);
        assert_eq!(compute(&layer, 1, 6), 6);
        assert_eq!(compute(&layer, 1, 9), 6);
        let map_output = id(SHUFFLE, 0);
        layer.put(map_output, block(0..8));
        layer.set_stage(SHUFFLE, 12);
        assert!(layer.is_complete(RDD, 2) && layer.is_complete(SHUFFLE, 1));
        assert_eq!(layer.stage_of(SHUFFLE), 12);

        assert!(program.get(id(RDD, 1)).is_none());
        assert!(program.get(map_output).is_none());
        assert_eq!(program.stage_of(SHUFFLE), 0);
        assert_eq!(program.bytes(), before);
        assert!(layer.bytes() > 0);
    }

    #[test]
    fn unpersisting_removes_the_blocks_of_an_rdd() {
        let store = BlockStore::new();
        keep(&store);
        compute(&store, 0, 2);
        store.set_rdd_info(RDD, |info| info.level = StorageLevel::NONE);
        assert!(store.get(id(RDD, 0)).is_none());
        assert!(!store.is_kept(RDD));
        assert_eq!(store.bytes(), 0);
    }

    #[test]
    fn a_checkpoint_outlives_unpersisting() {
        use super::super::{Checkpoint, CheckpointKind};
        let store = BlockStore::new();
        keep(&store);
        compute(&store, 0, 2);
        store.set_rdd_info(RDD, |info| {
            info.checkpoint = Checkpoint::Done(CheckpointKind::Reliable);
        });
        store.set_rdd_info(RDD, |info| info.level = StorageLevel::NONE);
        assert!(store.get(id(RDD, 0)).is_some());
    }

    #[test]
    fn bytes_are_counted_back_to_zero() {
        let store = BlockStore::new();
        {
            let rdd = OwnedBlocks::new(&store);
            let shuffle = OwnedBlocks::new(&store);
            assert_ne!(rdd.owner(), shuffle.owner());
            store.put(rdd.id(2), block(0..1000));
            assert!((8000..8200).contains(&store.bytes()), "{}", store.bytes());
            store.put(shuffle.id(0), block(0..10));
            store.put(shuffle.id(0), block(0..1000));
            assert!((16_000..16_400).contains(&store.bytes()));
        }
        assert_eq!(store.bytes(), 0);
    }
}
