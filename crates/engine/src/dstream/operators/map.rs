//! `map`: a function over each record.

use brooklet_python::Value;

use crate::dstream::{DStream, RddFunction};

impl DStream {
    /// The function's value for each record.
    ///
    /// A `StopIteration` that the function raises is no error here, as it is for `RDD.map`: it
    /// ends the chunk of records that is being written. Source: `DStream.map`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[1, 2, 3], [4]]");
    /// let stream = queue.map(&example.value("lambda x: x * x"), false);
    /// let batches = example.batches(&stream, 2);
    /// assert_eq!(batches, ["[[1], [4, 9]]", "[[], [16]]"]);
    /// ```
    #[must_use]
    pub fn map(&self, function: &Value, preserves_partitioning: bool) -> DStream {
        let mapped = function.clone();
        self.transform(RddFunction::of_one(
            vec![function.clone()],
            move |vm, _, given| {
                let rdd = given.rdd(vm, "mapPartitionsWithIndex")?;
                Ok(rdd.map_unguarded(&mapped, preserves_partitioning).into())
            },
        ))
    }
}
