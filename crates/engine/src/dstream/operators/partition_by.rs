//! `partitionBy`: pairs go to the partition of their key.

use brooklet_python::Value;

use crate::dstream::{DStream, RddFunction};
use crate::rdd::PartitionFunction;

impl DStream {
    /// Partition `function(key) % partitions` gets the pair. Source: `DStream.partitionBy`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[('a', 1), ('b', 2), ('c', 3)]]");
    /// let stream = queue.partition_by(2, brooklet_engine::PartitionFunction::Portable);
    /// let batches = example.batches(&stream, 1);
    /// assert_eq!(batches, ["[[('b', 2), ('c', 3)], [('a', 1)]]"]);
    /// ```
    #[must_use]
    pub fn partition_by(&self, partitions: usize, function: PartitionFunction) -> DStream {
        let functions = match &function {
            PartitionFunction::Portable => Vec::new(),
            PartitionFunction::Program(function) => vec![Value::clone(function)],
        };
        self.transform(RddFunction::of_one(functions, move |vm, _, given| {
            let rdd = given.rdd(vm, "partitionBy")?;
            Ok(rdd.partition_by(vm, Some(partitions), &function)?.into())
        }))
    }
}
