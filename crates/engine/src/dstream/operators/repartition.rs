//! `repartition`: another number of partitions.

use crate::dstream::{DStream, RddFunction};

impl DStream {
    /// Moves chunks of ten records round robin; see
    /// [`Rdd::repartition`](crate::Rdd::repartition). Source: `DStream.repartition`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[1, 2, 3]]");
    /// let stream = queue.repartition(3);
    /// let batches = example.batches(&stream, 1);
    /// assert_eq!(batches, ["[[1], [2, 3], []]"]);
    /// ```
    #[must_use]
    pub fn repartition(&self, partitions: i64) -> DStream {
        self.transform(RddFunction::of_one(Vec::new(), move |vm, _, given| {
            let rdd = given.rdd(vm, "repartition")?;
            Ok(rdd.repartition(vm, partitions)?.into())
        }))
    }
}
