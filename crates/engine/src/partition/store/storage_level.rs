//! Where partitions are kept. Here a level is a name only: memory is all there is.

use std::fmt;

/// A storage level, as Spark's JVM side has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StorageLevel {
    /// Whether partitions may go to disk.
    pub disk: bool,
    /// Whether they are kept in memory.
    pub memory: bool,
    /// Whether that memory is outside of the JVM's heap.
    pub off_heap: bool,
    /// Whether they are kept as objects.
    pub deserialized: bool,
    /// How many copies there are.
    pub replication: i64,
}

impl Default for StorageLevel {
    fn default() -> StorageLevel {
        StorageLevel::NONE
    }
}

impl fmt::Display for StorageLevel {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (part, name) in [
            (self.disk, "Disk "),
            (self.memory, "Memory "),
            (self.off_heap, "OffHeap "),
        ] {
            if part {
                out.write_str(name)?;
            }
        }
        out.write_str(match self.deserialized {
            true => "Deserialized ",
            false => "Serialized ",
        })?;
        write!(out, "{}x Replicated", self.replication)
    }
}

impl StorageLevel {
    /// Not kept.
    pub const NONE: StorageLevel = StorageLevel::new(false, false, false, false, 1);
    /// Serialized in memory: what PySpark's `cache()` means, and what windows ask of their parents.
    pub const MEMORY_SERIALIZED: StorageLevel = StorageLevel::new(false, true, false, false, 1);
    /// As objects in memory: what streams that keep themselves ask for.
    pub const MEMORY_OBJECTS: StorageLevel = StorageLevel::new(false, true, false, true, 1);
    /// As objects, in memory and on disk.
    const MEMORY_AND_DISK_OBJECTS: StorageLevel = StorageLevel::new(true, true, false, true, 1);

    /// A level.
    pub const fn new(
        disk: bool,
        memory: bool,
        off_heap: bool,
        deserialized: bool,
        replication: i64,
    ) -> StorageLevel {
        StorageLevel {
            disk,
            memory,
            off_heap,
            deserialized,
            replication,
        }
    }

    /// The level of what is checkpointed into it (`LocalRDDCheckpointData.transformStorageLevel`).
    pub(crate) fn of_local_checkpoint(self) -> StorageLevel {
        match self {
            StorageLevel::NONE => StorageLevel::MEMORY_AND_DISK_OBJECTS,
            level => StorageLevel {
                disk: true,
                off_heap: false,
                ..level
            },
        }
    }
}
