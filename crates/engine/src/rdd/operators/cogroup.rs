//! `cogroup` and `groupWith`: the values of each key in several RDDs.

use brooklet_python::value::Args;
use brooklet_python::vm::Vm;
use brooklet_python::{Result, Value};

use super::partial::{bound, partial};
use crate::rdd::{PartitionFunction, Rdd};

impl Rdd {
    /// For each key a tuple of lists, one an RDD: this one's values first. Keys come in the order
    /// of their first appearance, this RDD's partitions before the others'.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let (left, right) = (
    ///     example.parallelize("[('a', 1)]", 1),
    ///     example.parallelize("[('b', 2), ('a', 3)]", 1),
    /// );
    /// let grouped = left.cogroup(&mut example.vm, &[right], Some(1)).unwrap();
    /// assert_eq!(example.layout(&grouped), "[[('a', ([1], [3])), ('b', ([], [2]))]]");
    /// ```
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn cogroup(
        &self,
        vm: &mut Vm,
        others: &[Rdd],
        partitions: Option<usize>,
    ) -> crate::Result<Rdd> {
        let mut united = self.tagged(0);
        for (at, other) in others.iter().enumerate() {
            united = united.union(vm, &other.tagged(at + 1))?;
        }
        let grouped = united.group_by_key(vm, partitions, &PartitionFunction::Portable)?;
        let width = Value::from(others.len() + 1);
        Ok(grouped.map_values(&partial(split_by_tag, vec![width])))
    }

    /// The values as pairs with a number that tells where they come from.
    pub(super) fn tagged(&self, tag: usize) -> Rdd {
        self.map_values(&partial(with_tag, vec![Value::from(tag)]))
    }
}

fn with_tag(_: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::tuple(vec![bound(&args[0], 0), args[1].clone()]))
}

fn split_by_tag(vm: &mut Vm, args: Args) -> Result<Value> {
    let width = vm.to_i64(&bound(&args[0], 0))? as usize;
    let lists = split(vm, &args[1], width)?;
    Ok(Value::tuple(lists.into_iter().map(Value::list).collect()))
}

/// Tagged values, by tag.
pub(super) fn split(vm: &mut Vm, tagged: &Value, width: usize) -> Result<Vec<Vec<Value>>> {
    let mut lists = vec![Vec::new(); width];
    for item in vm.collect(tagged)? {
        if let Value::Tuple(pair) = &item
            && let [Value::Int(tag), value] = &pair[..]
        {
            lists[*tag as usize].push(value.clone());
        }
    }
    Ok(lists)
}
