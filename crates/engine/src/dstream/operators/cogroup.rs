//! `cogroup`: the values of each key in the batches of two streams.

use brooklet_python::Value;

use crate::dstream::{DStream, RddFunction};
use crate::error::Result;

impl DStream {
    /// Pairs of each key and its values in both streams, as `wrap` shows the tuple of two lists.
    /// Source: `DStream.cogroup`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[('a', 1)]]");
    /// let stream = queue.cogroup(&queue, 2, &example.value("lambda sides: sides")).unwrap();
    /// let batches = example.batches(&stream, 1);
    /// assert_eq!(batches, ["[[], [('a', ([1], [1]))]]"]);
    /// ```
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn cogroup(&self, other: &DStream, partitions: usize, wrap: &Value) -> Result<DStream> {
        let wrap = wrap.clone();
        let cogroup = RddFunction::of_two(Vec::new(), move |vm, left, right| {
            let left = left.rdd(vm, "cogroup")?;
            let right = right.rdd(vm, "mapValues")?;
            let grouped = left.cogroup(vm, &[right], Some(partitions))?;
            Ok(grouped.map_values(&wrap).into())
        });
        self.transform_with(cogroup, other, false)
    }
}
