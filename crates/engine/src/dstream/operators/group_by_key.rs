//! `groupByKey`: the values of each key together.

use brooklet_python::Value;

use crate::dstream::{DStream, RddFunction};
use crate::rdd::PartitionFunction;

impl DStream {
    /// Pairs of each key and its values, ordered by input partition and position, as `wrap` shows
    /// them. Source: `DStream.groupByKey`.
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
