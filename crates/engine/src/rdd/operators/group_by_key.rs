//! `groupByKey`: the values of each key, in order (`RDD.groupByKey`).

use std::rc::Rc;

use brooklet_python::Value;
use brooklet_python::value::Dict;
use brooklet_python::vm::{Result, Vm};

use super::combine_by_key::items;
use crate::partition::Records;
use crate::plan::Step;
use crate::plan::unpack_pair;
use crate::rdd::{PartitionFunction, Rdd};

impl Rdd {
    /// Pairs of each key and the list of its values, ordered by input partition and position.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # use brooklet_engine::PartitionFunction;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[('a', 1), ('b', 2), ('a', 3)]", 3);
    /// let hash = PartitionFunction::Portable;
    /// let grouped = rdd.group_by_key(&mut example.vm, Some(1), &hash).unwrap();
    /// assert_eq!(example.layout(&grouped), "[[('a', [1, 3]), ('b', [2])]]");
    /// ```
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn group_by_key(
        &self,
        vm: &mut Vm,
        partitions: Option<usize>,
        function: &PartitionFunction,
    ) -> crate::Result<Rdd> {
        let grouped = self.then(
            Step::new("groupByKey", open, vec![Value::Bool(false)]),
            true,
        );
        let shuffled = grouped.partition_by(vm, partitions, function)?;
        Ok(shuffled.then(Step::new("groupByKey", open, vec![Value::Bool(true)]), true))
    }
}

/// Groups a whole partition when it starts. The argument says whether the values are lists already.
fn open(vm: &mut Vm, _: usize, arguments: &[Value], mut input: Records) -> Result<Records> {
    let lists = arguments[0].is(&Value::Bool(true));
    let groups = Dict::new();
    while let Some(record) = input.next(vm)? {
        let (key, value) = unpack_pair(vm, &record)?;
        match (groups.get(vm, &key)?, &value) {
            (Some(Value::List(group)), Value::List(more)) if lists => {
                let more = more.to_vec();
                group.borrow_mut().extend(more);
            }
            (Some(Value::List(group)), _) => group.borrow_mut().push(value),
            (_, _) if lists => groups.set(vm, key, value)?,
            (_, _) => groups.set(vm, key, Value::list(vec![value]))?,
        }
    }
    Ok(items(&Rc::new(groups)))
}
