//! `first` and `isEmpty`.

use brooklet_python::Value;
use brooklet_python::vm::Vm;

use crate::error::{Error, Result};
use crate::rdd::Rdd;

impl Rdd {
    /// The first record (`RDD.first`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[]", 2);
    /// let first = rdd.first(&mut example.vm);
    /// assert_eq!(example.failure(first).unwrap(), "ValueError: RDD is empty");
    /// ```
    ///
    /// # Errors
    /// `ValueError: RDD is empty`; as [`Rdd::collect`].
    pub fn first(&self, vm: &mut Vm) -> Result<Value> {
        match self.take(vm, 1)?.pop() {
            Some(record) => Ok(record),
            None => Err(Error::Raised(vm.value_error("RDD is empty"))),
        }
    }

    /// Whether there is no record (`RDD.isEmpty`).
    ///
    /// # Errors
    /// As [`Rdd::collect`].
    pub fn is_empty(&self, vm: &mut Vm) -> Result<bool> {
        Ok(self.partitions() == 0 || self.take(vm, 1)?.is_empty())
    }
}
