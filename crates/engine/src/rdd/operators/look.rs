//! Looking at records without a trace.

use brooklet_python::Value;
use brooklet_python::vm::Vm;

use crate::error::Result;
use crate::rdd::Rdd;

impl Rdd {
    /// All records, computed again where they are not kept. Unlike [`Rdd::collect`] it adds
    /// nothing to accumulators: a page may look at any batch without changing what the program
    /// sees.
    ///
    /// # Errors
    /// As [`Rdd::collect`].
    pub fn look(&self, vm: &mut Vm) -> Result<Vec<Value>> {
        let looking = &self.context().looking;
        let before = looking.replace(true);
        let records = self.collect(vm);
        looking.set(before);
        records
    }
}
