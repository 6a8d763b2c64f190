//! `join` and the outer joins.

use brooklet_python::value::Args;
use brooklet_python::vm::Vm;
use brooklet_python::{Result, Value};

use super::cogroup::split;
use super::partial::{bound, partial};
use crate::rdd::{PartitionFunction, Rdd};

/// Which keys a join keeps if only one side has them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Join {
    /// None (`RDD.join`).
    Inner,
    /// The left side's (`RDD.leftOuterJoin`).
    LeftOuter,
    /// The right side's (`RDD.rightOuterJoin`).
    RightOuter,
    /// Both sides' (`RDD.fullOuterJoin`).
    FullOuter,
}

impl Rdd {
    /// Each key with each pair of a left and a right value, left values outermost; a missing side
    /// that the join keeps is `None`. Keys come in the order of their first appearance, the left
    /// side's partitions first.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # use brooklet_engine::Join;
    /// # let mut example = Example::local(2);
    /// let (left, right) = (
    ///     example.parallelize("[('a', 1), ('b', 2)]", 1),
    ///     example.parallelize("[('a', 3), ('a', 4)]", 1),
    /// );
    /// let vm = &mut example.vm;
    /// let inner = left.join(vm, &right, Join::Inner, Some(1)).unwrap();
    /// let outer = left.join(vm, &right, Join::LeftOuter, Some(1)).unwrap();
    /// assert_eq!(example.layout(&inner), "[[('a', (1, 3)), ('a', (1, 4))]]");
    /// assert_eq!(
    ///     example.layout(&outer),
    ///     "[[('a', (1, 3)), ('a', (1, 4)), ('b', (2, None))]]"
    /// );
    /// ```
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn join(
        &self,
        vm: &mut Vm,
        other: &Rdd,
        join: Join,
        partitions: Option<usize>,
    ) -> crate::Result<Rdd> {
        let united = self.tagged(0).union(vm, &other.tagged(1))?;
        let grouped = united.group_by_key(vm, partitions, &PartitionFunction::Portable)?;
        let keep = [
            matches!(join, Join::RightOuter | Join::FullOuter),
            matches!(join, Join::LeftOuter | Join::FullOuter),
        ];
        Ok(grouped.flat_map_values(&partial(pairs, keep.map(Value::Bool).to_vec())))
    }
}

/// The pairs of a key. Bound are two flags: whether an empty left side counts as one `None`, and
/// whether an empty right side does.
fn pairs(vm: &mut Vm, args: Args) -> Result<Value> {
    let mut sides = split(vm, &args[1], 2)?;
    for (at, side) in sides.iter_mut().enumerate() {
        if side.is_empty() && bound(&args[0], at).is(&Value::Bool(true)) {
            side.push(Value::None);
        }
    }
    let pairs = sides[0].iter().flat_map(|left| {
        let rights = sides[1].iter();
        rights.map(|right| Value::tuple(vec![left.clone(), right.clone()]))
    });
    Ok(Value::list(pairs.collect()))
}
