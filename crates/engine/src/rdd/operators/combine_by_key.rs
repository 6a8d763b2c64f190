//! `combineByKey`: combine values on the map side, then what the partitions made of them.

use std::rc::Rc;

use brooklet_python::Value;
use brooklet_python::value::{Dict, iterate};
use brooklet_python::vm::{Result, Vm};

use crate::partition::Records;
use crate::plan::Step;
use crate::plan::unpack_pair;
use crate::rdd::{PartitionFunction, Rdd};

impl Rdd {
    /// Pairs of each key and its combined values (`RDD.combineByKey`).
    ///
    /// Each input partition combines its own records in the order of the keys' first appearance;
    /// the receiving side merges those in the order of the input partitions, the first form of a
    /// key staying. A `create` of `None` takes the first value as it is.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # use brooklet_engine::PartitionFunction;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[(1, 'a'), (2, 'b'), (1, 'c'), (1, 'd')]", 2);
    /// let create = example.value("lambda value: [value]");
    /// let add = example.value("lambda values, value: values + [value]");
    /// let merge = example.value("lambda left, right: [left, right]");
    /// let hash = PartitionFunction::Portable;
    /// let combined = rdd
    ///     .combine_by_key(&mut example.vm, &create, &add, &merge, Some(1), &hash)
    ///     .unwrap();
    /// assert_eq!(example.layout(&combined), "[[(1, [['a'], ['c', 'd']]), (2, ['b'])]]");
    /// ```
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn combine_by_key(
        &self,
        vm: &mut Vm,
        create: &Value,
        merge_value: &Value,
        merge_combiners: &Value,
        partitions: Option<usize>,
        function: &PartitionFunction,
    ) -> crate::Result<Rdd> {
        let partitions = partitions.unwrap_or_else(|| self.default_reduce_partitions());
        let combined = self.then(combine_step(create, merge_value), true);
        let shuffled = combined.partition_by(vm, Some(partitions), function)?;
        Ok(shuffled.then(combine_step(&Value::None, merge_combiners), true))
    }
}

fn combine_step(create: &Value, merge: &Value) -> Step {
    Step::new("combineByKey", open, vec![create.clone(), merge.clone()])
}

/// Combines a whole partition when it starts, as PySpark's merger does.
fn open(vm: &mut Vm, _: usize, arguments: &[Value], mut input: Records) -> Result<Records> {
    let [create, merge] = arguments else {
        unreachable!("combine_step gives two arguments");
    };
    let combined = Dict::new();
    while let Some(record) = input.next(vm)? {
        let (key, value) = unpack_pair(vm, &record)?;
        let value = match combined.get(vm, &key)? {
            Some(before) => vm.call_two(merge, before, value)?,
            None if create.is_none() => value,
            None => vm.call_one(create, value)?,
        };
        combined.set(vm, key, value)?;
    }
    Ok(items(&Rc::new(combined)))
}

/// The items of a dict as pairs.
pub(super) fn items(dict: &Rc<Dict>) -> Records {
    let pairs = dict
        .items()
        .into_iter()
        .map(|(key, value)| Value::tuple(vec![key, value]));
    Records::new(iterate(pairs.collect()))
}
