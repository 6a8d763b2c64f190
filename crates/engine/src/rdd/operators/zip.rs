//! `zip`: records side by side (`RDD.zip`).

use brooklet_python::vm::Vm;

use crate::error::{Error, Result};
use crate::partition::Serializer;
use crate::plan::physical::ZippedRdd;
use crate::rdd::Rdd;

/// The chunk size that both RDDs get when neither has a fixed one.
const CHUNK: usize = 100;

impl Rdd {
    /// Pairs of records at the same position. RDDs that are chunked differently are chunked anew, by
    /// the smaller size.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let (left, right) = (example.parallelize("[1, 2]", 2), example.parallelize("['a', 'b']", 2));
    /// let pairs = left.zip(&mut example.vm, &right).unwrap();
    /// assert_eq!(example.layout(&pairs), "[[(1, 'a')], [(2, 'b')]]");
    /// ```
    ///
    /// # Errors
    /// `ValueError` for RDDs with different numbers of partitions; what pickling a function raises.
    /// Partitions of different sizes fail the job.
    pub fn zip(&self, vm: &mut Vm, other: &Rdd) -> Result<Rdd> {
        let sizes = (
            self.serializer().batch_size(),
            other.serializer().batch_size(),
        );
        let (left, right) = if sizes.0 != sizes.1 || sizes.0 == 0 {
            let size = match sizes.0.min(sizes.1) {
                size if size > 0 => size as usize,
                _ => CHUNK,
            };
            let chunked = Serializer::Batched(size);
            (
                self.reserialized(chunked.clone()),
                other.reserialized(chunked),
            )
        } else {
            (self.clone(), other.clone())
        };
        if left.partitions() != right.partitions() {
            let message = "Can only zip with RDD which has the same number of partitions";
            return Err(Error::Raised(vm.value_error(message)));
        }
        let node = ZippedRdd::new(left.realize(vm)?, right.realize(vm)?);
        let plan = self.context().plan(node, None);
        let serializers = (left.serializer().clone(), right.serializer().clone());
        let serializer = Serializer::Pair(Box::new(serializers));
        Ok(Rdd::physical(self.context(), plan, serializer, None))
    }
}
