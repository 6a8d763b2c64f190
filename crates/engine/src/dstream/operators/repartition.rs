//! `repartition`: another number of partitions.

use crate::dstream::{DStream, RddFunction};

impl DStream {
    /// Moves chunks of ten records round robin; see
    /// [`Rdd::repartition`](crate::Rdd::repartition). Source: `DStream.repartition`.
    #[must_use]
    pub fn repartition(&self, partitions: i64) -> DStream {
        self.transform(RddFunction::of_one(Vec::new(), move |vm, _, given| {
            let rdd = given.rdd(vm, "repartition")?;
            Ok(rdd.repartition(vm, partitions)?.into())
        }))
    }
}
