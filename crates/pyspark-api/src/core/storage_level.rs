//! `StorageLevel`.

use crate::method::{constant, constructor, property};
use crate::{Class, Group};

/// Where what was computed is kept.
pub const STORAGE_LEVEL: Class = Class {
    name: "StorageLevel",
    module: "pyspark",
    base: None,
    sentence: "Where what was computed is kept: in memory, on disk, how often.",
    groups: &[Group {
        title: "Storage levels",
        rule: "org.apache.spark.storage.StorageLevel",
        methods: &[
            constructor("__init__(useDisk, useMemory, useOffHeap, deserialized, replication=1)")
                .says("Makes a level of its parts."),
            constant("NONE -> StorageLevel").says("Nothing is kept."),
            constant("DISK_ONLY -> StorageLevel").says("On disk."),
            constant("DISK_ONLY_2 -> StorageLevel").says("On the disks of two machines."),
            constant("DISK_ONLY_3 -> StorageLevel").says("On the disks of three machines."),
            constant("MEMORY_ONLY -> StorageLevel").says("In memory."),
            constant("MEMORY_ONLY_2 -> StorageLevel").says("In the memory of two machines."),
            constant("MEMORY_AND_DISK -> StorageLevel")
                .says("In memory, and on disk what does not fit."),
            constant("MEMORY_AND_DISK_2 -> StorageLevel")
                .says("In memory, and on disk what does not fit, on two machines."),
            constant("MEMORY_AND_DISK_DESER -> StorageLevel")
                .says("As objects in memory, and on disk what does not fit."),
            constant("OFF_HEAP -> StorageLevel").says("In memory that Java does not manage."),
            property("useDisk -> bool").says("Whether disks are used."),
            property("useMemory -> bool").says("Whether memory is used."),
            property("useOffHeap -> bool")
                .says("Whether memory is used that Java does not manage."),
            property("deserialized -> bool").says("Whether objects are kept, and not bytes."),
            property("replication -> int").says("On how many machines it is kept."),
        ],
    }],
};
