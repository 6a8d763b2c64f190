//! `reduceByKey`: the values of each key reduced to one.

use brooklet_python::Value;

use crate::dstream::DStream;

impl DStream {
    /// Each key with its values reduced: in each partition from left to right, then the
    /// partitions' results from left to right. Source: `DStream.reduceByKey`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[('a', 1), ('b', 2), ('a', 3)]]");
    /// let stream = queue.reduce_by_key(&example.value("lambda a, b: a + b"), 2);
    /// let batches = example.batches(&stream, 1);
    /// assert_eq!(batches, ["[[('b', 2)], [('a', 4)]]"]);
    /// ```
    #[must_use]
    pub fn reduce_by_key(&self, function: &Value, partitions: usize) -> DStream {
        self.combine_by_key(&Value::None, function, function, partitions)
    }

    /// How many partitions keyed operators give unless told otherwise: the default parallelism,
    /// always (`numPartitions=None`).
    pub fn default_partitions(&self) -> usize {
        self.context().spark().default_parallelism()
    }
}
