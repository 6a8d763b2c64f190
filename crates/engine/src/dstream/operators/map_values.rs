//! `mapValues`: a function over the value of each pair.

use brooklet_python::Value;

use crate::dstream::{DStream, RddFunction};

impl DStream {
    /// Each key with the function's value for its value; the partitioner stays.
    /// Source: `DStream.mapValues`.
    #[must_use]
    pub fn map_values(&self, function: &Value) -> DStream {
        let mapped = function.clone();
        self.transform(RddFunction::of_one(
            vec![function.clone()],
            move |vm, _, given| {
                let rdd = given.rdd(vm, "mapPartitionsWithIndex")?;
                Ok(rdd.map_values_unguarded(&mapped).into())
            },
        ))
    }
}
