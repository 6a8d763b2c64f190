//! Keeping partitions: `persist`, `unpersist`, `checkpoint`.

use brooklet_python::vm::Vm;

use crate::error::{Error, Result};
use crate::rdd::{Checkpoint, Rdd};

impl Rdd {
    /// Keeps partitions once computed; what follows no longer fuses with this RDD's steps
    /// (`RDD.persist`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 2]", 2);
    /// rdd.persist(&mut example.vm).unwrap();
    /// assert!(rdd.realize(&mut example.vm).unwrap().is_kept());
    /// ```
    ///
    /// # Errors
    /// What freezing a function raises.
    pub fn persist(&self, vm: &mut Vm) -> Result<()> {
        self.pin(vm)?.keep();
        Ok(())
    }

    /// Forgets kept partitions (`RDD.unpersist`).
    ///
    /// # Errors
    /// What freezing a function raises.
    pub fn unpersist(&self, vm: &mut Vm) -> Result<()> {
        self.unpin();
        self.realize(vm)?.forget();
        Ok(())
    }

    /// Cuts the lineage after the next job that computes this RDD, its partitions being kept from
    /// then on (`RDD.checkpoint`).
    ///
    /// # Errors
    /// An exception of Spark when no checkpoint directory is set; what freezing a function raises.
    pub fn checkpoint(&self, vm: &mut Vm) -> Result<()> {
        let plan = self.pin(vm)?;
        if self.context().checkpoint_directory().is_none() {
            return Err(Error::Java {
                class: "org.apache.spark.SparkException",
                message: "Checkpoint directory has not been set in the SparkContext".to_string(),
            });
        }
        self.checkpoint_locally(&plan);
        Ok(())
    }

    fn checkpoint_locally(&self, plan: &crate::Plan) {
        if plan.checkpoint() == Checkpoint::No {
            plan.set_checkpoint(Checkpoint::Wanted);
        }
    }

    /// Cuts the lineage after the next job, without a checkpoint directory (`RDD.localCheckpoint`).
    ///
    /// # Errors
    /// What freezing a function raises.
    pub fn local_checkpoint(&self, vm: &mut Vm) -> Result<()> {
        let plan = self.realize(vm)?;
        plan.keep();
        self.checkpoint_locally(&plan);
        Ok(())
    }

    /// Whether `localCheckpoint` was asked for: without a directory nothing else marks it.
    ///
    /// # Errors
    /// What freezing a function raises.
    pub fn is_locally_checkpointed(&self, vm: &mut Vm) -> Result<bool> {
        Ok(self.context().checkpoint_directory().is_none()
            && self.realize(vm)?.checkpoint() != Checkpoint::No)
    }

    /// Whether its lineage was cut.
    ///
    /// # Errors
    /// What freezing a function raises.
    pub fn is_checkpointed(&self, vm: &mut Vm) -> Result<bool> {
        Ok(self.realize(vm)?.checkpoint() == Checkpoint::Done)
    }
}
