//! Looking at records without a trace.

use brooklet_python::vm::Vm;

use crate::error::Result;
use crate::partition::Partition;
use crate::rdd::Rdd;
use crate::scheduler;

impl Rdd {
    /// All partitions, computed again where they are not kept, with the functions of the program
    /// as its jobs froze them. A page may look at any RDD at any time without changing what the
    /// program sees: unlike those of [`Rdd::compute`], the jobs of a look leave no trace.
    ///
    /// # Errors
    /// As [`Rdd::collect`].
    pub fn look(&self, vm: &mut Vm) -> Result<Vec<Partition>> {
        let context = self.context();
        context.looking(|| {
            let plan = self.plan_as_pickled(vm)?;
            let all: Vec<usize> = (0..plan.partitions()).collect();
            scheduler::run_job(vm, context, &plan, &all)
        })
    }
}
