//! Methods on what is kept of an RDD.

use crate::Group;
use crate::method::{method, property};

pub(super) const STORAGE: Group = Group {
    title: "Storage",
    rule: "org.apache.spark.storage.BlockManager",
    methods: &[
        method("cache() -> RDD").says("Keeps what was computed, for jobs that need it again."),
        method("persist(storageLevel=StorageLevel.MEMORY_ONLY) -> RDD")
            .says("Keeps what was computed, where a storage level says."),
        method("unpersist(blocking=False) -> RDD").says("Forgets what was kept."),
        method("getStorageLevel() -> StorageLevel").says("Gives where what was computed is kept."),
        method("checkpoint()")
            .says("Saves the RDD when a job has computed it, and forgets how it was made."),
        method("isCheckpointed() -> bool").says("Whether the RDD is saved."),
        method("getCheckpointFile() -> str").says("Gives where the RDD is saved, or None."),
        method("localCheckpoint()").says("Keeps the RDD and forgets how it was made."),
        method("isLocallyCheckpointed() -> bool").says("Whether localCheckpoint was called."),
        method("cleanShuffleDependencies(blocking=False)")
            .says("Forgets what the shuffles before the RDD have kept."),
        property("is_cached -> bool").says("Whether cache or persist was called."),
        property("is_checkpointed -> bool").says("Whether checkpoint was called."),
    ],
};
