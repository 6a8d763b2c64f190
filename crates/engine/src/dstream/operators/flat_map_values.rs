//! `flatMapValues`: each key with each item that a function gives for its value.

use brooklet_python::Value;

use crate::dstream::{DStream, RddFunction};

impl DStream {
    /// Each key with each item that the function gives for its value; the partitioner stays.
    /// Source: `DStream.flatMapValues`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[('a', 'xy'), ('b', '')]]");
    /// let stream = queue.flat_map_values(&example.value("list"));
    /// let batches = example.batches(&stream, 1);
    /// assert_eq!(batches, ["[[('a', 'x'), ('a', 'y')], []]"]);
    /// ```
    #[must_use]
    pub fn flat_map_values(&self, function: &Value) -> DStream {
        let mapped = function.clone();
        self.transform(RddFunction::of_one(
            vec![function.clone()],
            move |vm, _, given| {
                let rdd = given.rdd(vm, "mapPartitionsWithIndex")?;
                Ok(rdd.flat_map_values(&mapped).into())
            },
        ))
    }
}
