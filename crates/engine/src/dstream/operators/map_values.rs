//! `mapValues`: a function over the value of each pair.

use brooklet_python::Value;

use crate::dstream::{DStream, RddFunction};

impl DStream {
    /// Each key with the function's value for its value; the partitioner stays.
    /// Source: `DStream.mapValues`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[('a', 1), ('b', 2)]]");
    /// let stream = queue.map_values(&example.value("lambda v: -v"));
    /// let batches = example.batches(&stream, 1);
    /// assert_eq!(batches, ["[[('a', -1)], [('b', -2)]]"]);
    /// ```
    #[must_use]
    pub fn map_values(&self, function: &Value) -> DStream {
        let mapped = function.clone();
        self.transform(RddFunction::of_one(
            vec![function.clone()],
            move |vm, _, given| {
                let rdd = given.rdd(vm, "mapPartitionsWithIndex")?;
                Ok(rdd.map_values_unguarded(&mapped).into())
            },
        ))
    }
}
