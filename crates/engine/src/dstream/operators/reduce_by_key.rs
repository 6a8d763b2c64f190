//! `reduceByKey`: the values of each key reduced to one.

use brooklet_python::Value;

use crate::dstream::DStream;

impl DStream {
    /// Each key with its values reduced: in each partition from left to right, then the
    /// partitions' results from left to right. Source: `DStream.reduceByKey`.
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
