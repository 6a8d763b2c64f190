//! `count`: how many records there are (`RDD.count`).

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use crate::partition::Records;
use crate::plan::Step;
use crate::rdd::Rdd;

impl Rdd {
    /// How many records there are.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[3, 1, 2]", 2);
    /// assert_eq!(rdd.count(&mut example.vm).unwrap(), 3);
    /// ```
    ///
    /// # Errors
    /// As [`Rdd::collect`].
    pub fn count(&self, vm: &mut Vm) -> crate::Result<usize> {
        Ok(self.partition_sizes(vm)?.into_iter().sum())
    }

    /// How many records each partition has.
    pub(crate) fn partition_sizes(&self, vm: &mut Vm) -> crate::Result<Vec<usize>> {
        let counts = self.then(Step::new("count", open, Vec::new()), false);
        let mut sizes = Vec::new();
        for count in counts.collect(vm)? {
            sizes.push(vm.to_i64(&count)? as usize);
        }
        Ok(sizes)
    }
}

fn open(vm: &mut Vm, _: usize, _: &[Value], mut input: Records) -> Result<Records> {
    let mut count = 0_usize;
    while input.next(vm)?.is_some() {
        count += 1;
    }
    Ok(Records::new(brooklet_python::value::iterate(vec![
        Value::from(count),
    ])))
}
