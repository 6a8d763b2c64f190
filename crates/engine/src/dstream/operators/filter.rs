//! `filter`: the records for which a function is true.

use brooklet_python::Value;

use crate::dstream::{DStream, RddFunction};

impl DStream {
    /// The records for which the function is true; they stay where they are.
    /// Source: `DStream.filter`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[1, 2, 3, 4]]");
    /// let stream = queue.filter(&example.value("lambda x: x % 2"));
    /// let batches = example.batches(&stream, 1);
    /// assert_eq!(batches, ["[[1], [3]]"]);
    /// ```
    #[must_use]
    pub fn filter(&self, function: &Value) -> DStream {
        let kept = function.clone();
        self.transform(RddFunction::of_one(
            vec![function.clone()],
            move |vm, _, given| {
                let rdd = given.rdd(vm, "mapPartitionsWithIndex")?;
                Ok(rdd.filter_unguarded(&kept).into())
            },
        ))
    }
}
