//! `cartesian`: every pair of records (`RDD.cartesian`).

use brooklet_python::vm::Vm;

use crate::error::Result;
use crate::rdd::physical::CartesianRdd;
use crate::rdd::{Plan, Rdd};
use crate::serializer::Serializer;

impl Rdd {
    /// Each record of this RDD with each of the other: partition `i * n + j` pairs partition `i`
    /// with the other's partition `j`, chunk by chunk.
    ///
    /// # Errors
    /// What freezing a function raises.
    pub fn cartesian(&self, vm: &mut Vm, other: &Rdd) -> Result<Rdd> {
        let node = CartesianRdd::new(self.realize(vm)?, other.realize(vm)?);
        let plan = Plan::new(self.context(), Box::new(node), None);
        let serializers = (self.serializer().clone(), other.serializer().clone());
        let serializer = Serializer::Cartesian(Box::new(serializers));
        Ok(Rdd::physical(self.context(), plan, serializer, None))
    }
}
