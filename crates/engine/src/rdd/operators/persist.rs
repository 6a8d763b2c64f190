//! Keeping partitions: `persist`, `unpersist`, `checkpoint`.

use brooklet_python::vm::Vm;

use crate::error::{Error, Result};
use crate::partition::{Checkpoint, CheckpointKind, RddInfo, StorageLevel};
use crate::plan::Plan;
use crate::rdd::Rdd;

impl Rdd {
    /// Keeps partitions once computed; what follows no longer fuses with this RDD's steps
    /// (`RDD.persist`).
    ///
    /// ```
    /// # use brooklet_engine::StorageLevel;
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 2]", 2);
    /// rdd.persist(&mut example.vm, StorageLevel::MEMORY_SERIALIZED).unwrap();
    /// assert_eq!(rdd.collect(&mut example.vm).unwrap().len(), 2);
    /// assert_eq!(rdd.cached_len(), Some(2));
    /// rdd.unpersist(&mut example.vm).unwrap();
    /// assert_eq!(example.context.stored_bytes(), 0);
    /// ```
    ///
    /// # Errors
    /// An exception of Spark when it is kept at another level; what pickling a function raises.
    pub fn persist(&self, vm: &mut Vm, level: StorageLevel) -> Result<()> {
        let plan = self.pin(vm)?;
        let before = self.info(&plan).level;
        if before != StorageLevel::NONE && before != level {
            return Err(Error::Java {
                class: "org.apache.spark.SparkUnsupportedOperationException",
                message:
                    "Cannot change storage level of an RDD after it was already assigned a level"
                        .to_string(),
            });
        }
        self.set_info(&plan, |info| info.level = level);
        Ok(())
    }

    /// Forgets kept partitions (`RDD.unpersist`).
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn unpersist(&self, vm: &mut Vm) -> Result<()> {
        self.unpin();
        let plan = self.realize(vm)?;
        self.set_info(&plan, |info| info.level = StorageLevel::NONE);
        Ok(())
    }

    /// Cuts the lineage after the next job that computes this RDD, its partitions being kept from
    /// then on (`RDD.checkpoint`).
    ///
    /// # Errors
    /// An exception of Spark when no checkpoint directory is set; what pickling a function raises.
    pub fn checkpoint(&self, vm: &mut Vm) -> Result<()> {
        let plan = self.pin(vm)?;
        if self.context().checkpoint_directory().is_none() {
            return Err(Error::Java {
                class: "org.apache.spark.SparkException",
                message: "Checkpoint directory has not been set in the SparkContext".to_string(),
            });
        }
        self.set_info(&plan, |info| mark(info, CheckpointKind::Reliable));
        Ok(())
    }

    /// Cuts the lineage after the next job, without a checkpoint directory (`RDD.localCheckpoint`).
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn local_checkpoint(&self, vm: &mut Vm) -> Result<()> {
        let plan = self.realize(vm)?;
        self.set_info(&plan, |info| {
            info.level = info.level.of_local_checkpoint();
            mark(info, CheckpointKind::Local);
        });
        Ok(())
    }

    /// Where its partitions are said to be kept (`RDD.getStorageLevel`).
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn storage_level(&self, vm: &mut Vm) -> Result<StorageLevel> {
        let plan = self.realize(vm)?;
        Ok(self.info(&plan).level)
    }

    /// Whether `localCheckpoint` was asked for (`RDD.isLocallyCheckpointed`).
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn is_locally_checkpointed(&self, vm: &mut Vm) -> Result<bool> {
        let plan = self.realize(vm)?;
        Ok(matches!(
            self.info(&plan).checkpoint,
            Checkpoint::Wanted(CheckpointKind::Local) | Checkpoint::Done(CheckpointKind::Local)
        ))
    }

    /// Whether its lineage was cut (`RDD.isCheckpointed`).
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn is_checkpointed(&self, vm: &mut Vm) -> Result<bool> {
        let plan = self.realize(vm)?;
        Ok(matches!(self.info(&plan).checkpoint, Checkpoint::Done(_)))
    }

    /// Whether the checkpoint directory stands in for its lineage.
    pub(crate) fn has_cut_lineage(&self) -> bool {
        let done = Checkpoint::Done(CheckpointKind::Reliable);
        let plan = self.0.plan.get();
        plan.is_some_and(|plan| self.info(plan).checkpoint == done)
    }

    /// Whether the checkpoint directory holds it (`RDD.getCheckpointFile`).
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn has_checkpoint_file(&self, vm: &mut Vm) -> Result<bool> {
        self.realize(vm)?;
        Ok(self.has_cut_lineage())
    }

    pub(super) fn info(&self, plan: &Plan) -> RddInfo {
        self.context().store().rdd_info(plan.owner())
    }

    pub(super) fn set_info(&self, plan: &Plan, change: impl FnOnce(&mut RddInfo)) {
        self.context().store().set_rdd_info(plan.owner(), change);
    }
}

/// Asks for a checkpoint, unless one was asked for already.
fn mark(info: &mut RddInfo, kind: CheckpointKind) {
    if info.checkpoint == Checkpoint::No {
        info.checkpoint = Checkpoint::Wanted(kind);
    }
}
