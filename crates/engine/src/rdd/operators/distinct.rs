//! `distinct`: each record once (`RDD.distinct`).

use brooklet_python::value::Args;
use brooklet_python::vm::Vm;
use brooklet_python::{Result, Value};

use crate::rdd::{PartitionFunction, Rdd};

impl Rdd {
    /// Each record once: its first form, in the partition of its hash.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[3, 1, 2, 3]", 2);
    /// let once = rdd.distinct(&mut example.vm, None).unwrap();
    /// assert_eq!(example.layout(&once), "[[2], [3, 1]]");
    /// ```
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn distinct(&self, vm: &mut Vm, partitions: Option<usize>) -> crate::Result<Rdd> {
        let keep_first = Value::native("<lambda>", first);
        let paired = self.map(&Value::native("<lambda>", with_none), false);
        let hash = PartitionFunction::Portable;
        let reduced = paired.reduce_by_key(vm, &keep_first, partitions, &hash)?;
        Ok(reduced.keys())
    }
}

fn first(_: &mut Vm, mut args: Args) -> Result<Value> {
    Ok(args.take_first())
}

/// A record as a key without a value.
pub(super) fn with_none(_: &mut Vm, mut args: Args) -> Result<Value> {
    Ok(Value::tuple(vec![args.take_first(), Value::None]))
}
