//! `union`: the records of two streams.

use crate::dstream::{DStream, RddFunction};
use crate::error::Result;

impl DStream {
    /// The records of both, this stream's first; the slides must be the same, which the caller
    /// checks in PySpark's words. Source: `DStream.union`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[1], [2]]");
    /// let stream = queue.union(&queue).unwrap();
    /// let batches = example.batches(&stream, 2);
    /// assert_eq!(batches, ["[[], [1], [], [1]]", "[[], [2], [], [2]]"]);
    /// ```
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn union(&self, other: &DStream) -> Result<DStream> {
        let union = RddFunction::of_two(Vec::new(), |vm, left, right| {
            let (left, right) = (left.rdd(vm, "union")?, right.rdd(vm, "union")?);
            Ok(left.union(vm, &right)?.into())
        });
        self.transform_with(union, other, true)
    }
}
