//! `union`: the records of both, this RDD's first (`RDD.union`).

use brooklet_python::vm::Vm;

use crate::error::Result;
use crate::rdd::{Partitioner, Rdd};

impl Rdd {
    /// The records of both. Partitions follow one another, unless both have the same partitioner: then
    /// partition `i` holds both RDDs' partition `i`.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let (left, right) = (example.parallelize("[1]", 1), example.parallelize("[2, 3]", 2));
    /// let both = left.union(&mut example.vm, &right).unwrap();
    /// assert_eq!(example.layout(&both), "[[1], [2], [3]]");
    /// ```
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn union(&self, vm: &mut Vm, other: &Rdd) -> Result<Rdd> {
        let context = self.context();
        let union = context.union(vm, &[self.clone(), other.clone()])?;
        if Partitioner::equal(&self.partitioner(), &other.partitioner())
            && self.partitions() == union.partitions()
        {
            union.set_partitioner(self.partitioner());
        }
        Ok(union)
    }
}
