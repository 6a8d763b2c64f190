//! `glom`: each partition as one list.

use crate::dstream::{DStream, RddFunction};

impl DStream {
    /// One list a partition, an empty one for an empty partition. Source: `DStream.glom`.
    #[must_use]
    pub fn glom(&self) -> DStream {
        self.transform(RddFunction::of_one(Vec::new(), |vm, _, given| {
            let rdd = given.rdd(vm, "mapPartitionsWithIndex")?;
            Ok(rdd.glom().into())
        }))
    }
}
