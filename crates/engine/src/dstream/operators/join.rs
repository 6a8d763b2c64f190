//! `join` and the outer joins: pairs of the values of each key in the batches of two streams.

use crate::Join;
use crate::dstream::{DStream, RddFunction};
use crate::error::Result;

impl DStream {
    /// Each key with each pair of a value of this stream and one of the other's; see
    /// [`Rdd::join`](crate::Rdd::join). A stream that has no RDD at that time counts as empty.
    /// Source: `DStream.join`, `leftOuterJoin`, `rightOuterJoin`, `fullOuterJoin`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[('a', 1), ('a', 2)]]");
    /// let stream = {
    ///     let double = queue.map_values(&example.value("lambda v: v * 10"));
    ///     queue.join(&double, brooklet_engine::Join::Inner, 1).unwrap()
    /// };
    /// let batches = example.batches(&stream, 1);
    /// assert_eq!(batches, ["[[('a', (1, 10)), ('a', (1, 20)), ('a', (2, 10)), ('a', (2, 20))]]"]);
    /// ```
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn join(&self, other: &DStream, join: Join, partitions: usize) -> Result<DStream> {
        let function = RddFunction::of_two(Vec::new(), move |vm, left, right| {
            let left = left.rdd(vm, "join")?;
            let right = right.rdd(vm, "mapValues")?;
            Ok(left.join(vm, &right, join, Some(partitions))?.into())
        });
        self.transform_with(function, other, false)
    }
}
