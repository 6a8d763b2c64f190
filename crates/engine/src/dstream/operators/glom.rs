//! `glom`: each partition as one list.

use crate::dstream::{DStream, RddFunction};

impl DStream {
    /// One list a partition, an empty one for an empty partition. Source: `DStream.glom`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[1, 2, 3], []]");
    /// let stream = queue.glom();
    /// let batches = example.batches(&stream, 2);
    /// assert_eq!(batches, ["[[[1]], [[2, 3]]]", "[[[]], [[]]]"]);
    /// ```
    #[must_use]
    pub fn glom(&self) -> DStream {
        self.transform(RddFunction::of_one(Vec::new(), |vm, _, given| {
            let rdd = given.rdd(vm, "mapPartitionsWithIndex")?;
            Ok(rdd.glom().into())
        }))
    }
}
