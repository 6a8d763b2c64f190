//! `flatMapValues`: each key with each item that a function gives for its value.

use brooklet_python::Value;

use crate::dstream::{DStream, RddFunction};

impl DStream {
    /// Each key with each item that the function gives for its value; the partitioner stays.
    /// Source: `DStream.flatMapValues`.
    #[must_use]
    pub fn flat_map_values(&self, function: &Value) -> DStream {
        let mapped = function.clone();
        self.transform(RddFunction::of_one(
            vec![function.clone()],
            move |vm, _, given| {
                let rdd = given.rdd(vm, "mapPartitionsWithIndex")?;
                Ok(rdd.flat_map_values(&mapped).into())
            },
        ))
    }
}
