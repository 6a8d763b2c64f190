//! `flatMap`: what a function gives for each record, one after another.

use brooklet_python::Value;

use crate::dstream::{DStream, RddFunction};

impl DStream {
    /// The items of what the function gives for each record. Source: `DStream.flatMap`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[['a b', 'c']]");
    /// let stream = queue.flat_map(&example.value("str.split"), false);
    /// let batches = example.batches(&stream, 1);
    /// assert_eq!(batches, ["[['a', 'b'], ['c']]"]);
    /// ```
    #[must_use]
    pub fn flat_map(&self, function: &Value, preserves_partitioning: bool) -> DStream {
        let mapped = function.clone();
        self.transform(RddFunction::of_one(
            vec![function.clone()],
            move |vm, _, given| {
                let rdd = given.rdd(vm, "mapPartitionsWithIndex")?;
                Ok(rdd
                    .flat_map_unguarded(&mapped, preserves_partitioning)
                    .into())
            },
        ))
    }
}
