//! `mapPartitions` and `mapPartitionsWithIndex`: a function over each partition.

use brooklet_python::Value;

use crate::dstream::{DStream, RddFunction};

impl DStream {
    /// What the function gives for each partition's iterator, empty partitions included.
    /// Source: `DStream.mapPartitions`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[1, 2, 3], []]");
    /// let stream = queue.map_partitions(&example.value("lambda items: [sum(items)]"), false);
    /// let batches = example.batches(&stream, 2);
    /// assert_eq!(batches, ["[[1], [5]]", "[[0], [0]]"]);
    /// ```
    #[must_use]
    pub fn map_partitions(&self, function: &Value, preserves_partitioning: bool) -> DStream {
        let mapped = function.clone();
        self.transform(RddFunction::of_one(
            vec![function.clone()],
            move |vm, _, given| {
                let rdd = given.rdd(vm, "mapPartitionsWithIndex")?;
                Ok(rdd.map_partitions(&mapped, preserves_partitioning).into())
            },
        ))
    }

    /// What the function gives for each partition's index and iterator.
    /// Source: `DStream.mapPartitionsWithIndex`.
    #[must_use]
    pub fn map_partitions_with_index(
        &self,
        function: &Value,
        preserves_partitioning: bool,
    ) -> DStream {
        let mapped = function.clone();
        self.transform(RddFunction::of_one(
            vec![function.clone()],
            move |vm, _, given| {
                let rdd = given.rdd(vm, "mapPartitionsWithIndex")?;
                Ok(rdd
                    .map_partitions_with_index(&mapped, preserves_partitioning)
                    .into())
            },
        ))
    }
}
