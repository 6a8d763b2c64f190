//! `cartesian`: every pair of records (`RDD.cartesian`).

use brooklet_python::vm::Vm;

use crate::error::Result;
use crate::partition::Serializer;
use crate::plan::physical::CartesianRdd;
use crate::rdd::Rdd;

impl Rdd {
    /// Each record of this RDD with each of the other: partition `i * n + j` pairs partition `i`
    /// with the other's partition `j`, chunk by chunk.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let (left, right) = (example.parallelize("[1, 2]", 2), example.parallelize("['a', 'b']", 1));
    /// let pairs = left.cartesian(&mut example.vm, &right).unwrap();
    /// assert_eq!(example.layout(&pairs), "[[(1, 'a'), (1, 'b')], [(2, 'a'), (2, 'b')]]");
    /// ```
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn cartesian(&self, vm: &mut Vm, other: &Rdd) -> Result<Rdd> {
        let node = CartesianRdd::new(self.realize(vm)?, other.realize(vm)?);
        let plan = self.context().plan(node, None);
        let serializers = (self.serializer().clone(), other.serializer().clone());
        let serializer = Serializer::Cartesian(Box::new(serializers));
        Ok(Rdd::physical(self.context(), plan, serializer, None))
    }
}
