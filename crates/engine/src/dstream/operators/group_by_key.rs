//! `groupByKey`: the values of each key together.

use brooklet_python::Value;

use crate::dstream::{DStream, RddFunction};
use crate::rdd::PartitionFunction;

impl DStream {
    /// Pairs of each key and its values, ordered by input partition and position, as `wrap` shows
    /// them. Source: `DStream.groupByKey`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[('a', 1), ('b', 2), ('a', 3)]]");
    /// let stream = queue.group_by_key(2, &example.value("list"));
    /// let batches = example.batches(&stream, 1);
    /// assert_eq!(batches, ["[[('b', [2])], [('a', [1, 3])]]"]);
    /// ```
    #[must_use]
    pub fn group_by_key(&self, partitions: usize, wrap: &Value) -> DStream {
        let wrap = wrap.clone();
        self.transform(RddFunction::of_one(Vec::new(), move |vm, _, given| {
            let rdd = given.rdd(vm, "groupByKey")?;
            let grouped = rdd.group_by_key(vm, Some(partitions), &PartitionFunction::Portable)?;
            Ok(grouped.map_values(&wrap).into())
        }))
    }
}
