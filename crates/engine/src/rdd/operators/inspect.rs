//! Inspecting records without a trace.

use brooklet_python::vm::Vm;

use crate::error::Result;
use crate::partition::Partition;
use crate::rdd::Rdd;

impl Rdd {
    /// All partitions, computed again where they are not cached, with the functions of the program
    /// as its jobs pickled them. A page may inspect any RDD at any time without changing what the
    /// program sees: unlike those of [`Rdd::compute`], the jobs of an inspection leave no trace.
    ///
    /// # Errors
    /// As [`Rdd::collect`].
    pub fn inspect(&self, vm: &mut Vm) -> Result<Vec<Partition>> {
        let plan = self.plan_as_pickled(vm)?;
        let all: Vec<usize> = (0..plan.partitions()).collect();
        let scheduler = self.context().scheduler().for_inspection();
        scheduler.run_job(vm, &plan, &all)
    }
}
