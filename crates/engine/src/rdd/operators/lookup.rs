//! `lookup`: the values of one key (`RDD.lookup`).

use brooklet_python::value::Args;
use brooklet_python::vm::Vm;
use brooklet_python::{Result, Value};

use super::partial::{bound, partial};
use crate::plan::part;
use crate::rdd::Rdd;

impl Rdd {
    /// The values of a key; only its partition is computed if the RDD has a partitioner.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # use brooklet_python::Value;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[('a', 1), ('b', 2), ('a', 3)]", 2);
    /// let key = example.value("'a'");
    /// let values = rdd.lookup(&mut example.vm, &key).unwrap();
    /// assert_eq!(example.repr(&Value::list(values)), "[1, 3]");
    /// ```
    ///
    /// # Errors
    /// As [`Rdd::collect`].
    pub fn lookup(&self, vm: &mut Vm, key: &Value) -> crate::Result<Vec<Value>> {
        let values = self.filter(&partial(has_key, vec![key.clone()])).values();
        match self.partitioner() {
            Some(partitioner) => {
                let partition = partitioner.partition(vm, key)?;
                values.run_job(vm, &[partition])
            }
            None => values.collect(vm),
        }
    }
}

fn has_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = part(vm, &args[1], 0)?;
    vm.equal(&own, &bound(&args[0], 0)).map(Value::Bool)
}
