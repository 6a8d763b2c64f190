//! `combineByKey`: the values of each key combined.

use brooklet_python::Value;

use crate::dstream::{DStream, RddFunction};
use crate::rdd::PartitionFunction;

impl DStream {
    /// Pairs of each key and its combined values, in `partitions` partitions; see
    /// [`Rdd::combine_by_key`](crate::Rdd::combine_by_key). Source: `DStream.combineByKey`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[('a', 1), ('b', 2), ('a', 3)]]");
    /// let stream = {
    ///     let (create, merge) = (example.value("lambda v: [v]"), example.value("lambda c, v: c + [v]"));
    ///     queue.combine_by_key(&create, &merge, &example.value("lambda c, d: c + d"), 2)
    /// };
    /// let batches = example.batches(&stream, 1);
    /// assert_eq!(batches, ["[[('b', [2])], [('a', [1, 3])]]"]);
    /// ```
    #[must_use]
    pub fn combine_by_key(
        &self,
        create: &Value,
        merge_value: &Value,
        merge_combiners: &Value,
        partitions: usize,
    ) -> DStream {
        let functions = vec![create.clone(), merge_value.clone(), merge_combiners.clone()];
        let combine = functions.clone();
        self.transform(RddFunction::of_one(functions, move |vm, _, given| {
            let rdd = given.rdd(vm, "combineByKey")?;
            let [create, merge_value, merge_combiners] = &combine[..] else {
                unreachable!("there are three functions");
            };
            let partitions = Some(partitions);
            let hash = &PartitionFunction::Portable;
            let combined =
                rdd.combine_by_key(vm, create, merge_value, merge_combiners, partitions, hash)?;
            Ok(combined.into())
        }))
    }
}
