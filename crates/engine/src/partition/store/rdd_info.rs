//! What the program asked for an RDD (Spark: `org.apache.spark.storage.RDDInfo`).

use super::StorageLevel;

/// What the program asked for an RDD.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct RddInfo {
    /// The name that `RDD.setName` gave it.
    pub(crate) name: Option<String>,
    /// Where its partitions are said to be kept.
    pub(crate) level: StorageLevel,
    /// How far its checkpoint is.
    pub(crate) checkpoint: Checkpoint,
}

impl RddInfo {
    /// Whether its partitions are kept once they are computed.
    pub(crate) fn is_kept(&self) -> bool {
        self.level != StorageLevel::NONE || matches!(self.checkpoint, Checkpoint::Done(_))
    }
}

/// How far the checkpoint of an RDD is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Checkpoint {
    /// None was asked for.
    #[default]
    No,
    /// The next job that computes the RDD writes it.
    Wanted(CheckpointKind),
    /// It is written.
    Done(CheckpointKind),
}

impl Checkpoint {
    /// The same once it is written.
    pub(crate) fn done(self) -> Checkpoint {
        match self {
            Checkpoint::Wanted(kind) => Checkpoint::Done(kind),
            other => other,
        }
    }
}

/// Where a checkpoint goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CheckpointKind {
    /// Into the checkpoint directory (`RDD.checkpoint`).
    Reliable,
    /// Nowhere but the cached partitions (`RDD.localCheckpoint`).
    Local,
}
