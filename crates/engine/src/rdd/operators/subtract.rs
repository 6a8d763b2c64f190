//! `subtract`, `subtractByKey` and `intersection`: what only one RDD has, or both have.

use brooklet_python::value::Args;
use brooklet_python::vm::Vm;
use brooklet_python::{Result, Value};

use super::distinct::with_none;
use crate::rdd::Rdd;

impl Rdd {
    /// The pairs whose key the other RDD does not have, in the partitions of their hash (`RDD.subtractByKey`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let (left, right) = (
    ///     example.parallelize("[('a', 1), ('b', 2)]", 1),
    ///     example.parallelize("[('a', 3)]", 1),
    /// );
    /// let rest = left.subtract_by_key(&mut example.vm, &right, Some(1)).unwrap();
    /// assert_eq!(example.layout(&rest), "[[('b', 2)]]");
    /// ```
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn subtract_by_key(
        &self,
        vm: &mut Vm,
        other: &Rdd,
        partitions: Option<usize>,
    ) -> crate::Result<Rdd> {
        let grouped = self.cogroup(vm, std::slice::from_ref(other), partitions)?;
        let kept = grouped.filter(&Value::native("filter_func", left_only));
        Ok(kept.flat_map_values(&Value::native("<lambda>", left_values)))
    }

    /// The records that the other RDD does not have, doubles included (`RDD.subtract`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let (left, right) = (example.parallelize("[1, 2, 2, 3]", 1), example.parallelize("[3]", 1));
    /// let rest = left.subtract(&mut example.vm, &right, None).unwrap();
    /// assert_eq!(example.layout(&rest), "[[2, 2], [1]]");
    /// ```
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn subtract(
        &self,
        vm: &mut Vm,
        other: &Rdd,
        partitions: Option<usize>,
    ) -> crate::Result<Rdd> {
        let pair = Value::native("<lambda>", with_none);
        let (left, right) = (self.map(&pair, false), other.map(&pair, false));
        Ok(left.subtract_by_key(vm, &right, partitions)?.keys())
    }

    /// Each record that both have, once (`RDD.intersection`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let (left, right) = (example.parallelize("[1, 2, 2]", 1), example.parallelize("[2, 3]", 1));
    /// let common = left.intersection(&mut example.vm, &right).unwrap();
    /// assert_eq!(example.layout(&common), "[[2], []]");
    /// ```
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn intersection(&self, vm: &mut Vm, other: &Rdd) -> crate::Result<Rdd> {
        let pair = Value::native("<lambda>", with_none);
        let (left, right) = (self.map(&pair, false), other.map(&pair, false));
        let grouped = left.cogroup(vm, &[right], None)?;
        Ok(grouped
            .filter(&Value::native("<lambda>", on_both_sides))
            .keys())
    }
}

/// Whether the sides of a cogrouped record have values.
fn sides(args: &Args) -> [bool; 2] {
    let mut have = [false; 2];
    if let Value::Tuple(record) = &args[0]
        && let Value::Tuple(lists) = &record[1]
    {
        for (have, list) in have.iter_mut().zip(lists.iter()) {
            *have = matches!(list, Value::List(list) if !list.is_empty());
        }
    }
    have
}

fn left_only(_: &mut Vm, args: Args) -> Result<Value> {
    let [left, right] = sides(&args);
    Ok(Value::Bool(left && !right))
}

fn on_both_sides(_: &mut Vm, args: Args) -> Result<Value> {
    let [left, right] = sides(&args);
    Ok(Value::Bool(left && right))
}

fn left_values(vm: &mut Vm, args: Args) -> Result<Value> {
    vm.get_item(&args[0], &Value::Int(0))
}
