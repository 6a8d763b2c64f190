//! `treeAggregate` and `treeReduce`: partitions' results combined in rounds.

use brooklet_python::value::Args;
use brooklet_python::vm::Vm;
use brooklet_python::{Result, Value};

use super::partial::{bound, partial};
use crate::error::Error;
use crate::partition::{Records, from_fn};
use crate::plan::Step;
use crate::rdd::{PartitionFunction, Rdd};

impl Rdd {
    /// Folds each partition from `zero`, then combines the results in shuffles of fewer and fewer
    /// partitions, and what is left from left to right (`RDD.treeAggregate`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("list(range(9))", 9);
    /// let zero = example.value("[]");
    /// let add = example.value("lambda values, value: values + [value]");
    /// let concatenate = example.value("lambda left, right: left + right");
    /// let total = rdd
    ///     .tree_aggregate(&mut example.vm, &zero, &add, &concatenate, 2)
    ///     .unwrap();
    /// assert_eq!(example.repr(&total), "[0, 3, 6, 1, 4, 7, 2, 5, 8]");
    /// ```
    ///
    /// # Errors
    /// `ValueError` for a depth under 1; as [`Rdd::collect`].
    pub fn tree_aggregate(
        &self,
        vm: &mut Vm,
        zero: &Value,
        sequence: &Value,
        combine: &Value,
        depth: i64,
    ) -> crate::Result<Value> {
        if depth < 1 {
            let message = format!("Depth cannot be smaller than 1 but got {depth}.");
            return Err(Error::Raised(vm.value_error(message)));
        }
        if self.partitions() == 0 {
            return Ok(zero.clone());
        }
        let mut partials = self.folded(zero, sequence);
        let mut partitions = partials.partitions() as f64;
        let scale = partitions.powf(1.0 / depth as f64).ceil().max(2.0);
        while partitions > scale + partitions / scale {
            partitions /= scale;
            let fewer = partitions as usize;
            let step = Step::new("treeAggregate", open, vec![Value::from(fewer)]);
            let hash = PartitionFunction::Portable;
            let spread = partials.then(step, false);
            partials = spread
                .reduce_by_key(vm, combine, Some(fewer), &hash)?
                .values();
        }
        partials.reduce(vm, combine)
    }

    /// Reduces in rounds as [`Rdd::tree_aggregate`] does (`RDD.treeReduce`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("list(range(9))", 9);
    /// let add = example.value("lambda left, right: left + right");
    /// let total = rdd.tree_reduce(&mut example.vm, &add, 2).unwrap();
    /// assert_eq!(example.repr(&total), "36");
    /// ```
    ///
    /// # Errors
    /// `ValueError` for a depth under 1 and for an RDD without records; as [`Rdd::collect`].
    pub fn tree_reduce(&self, vm: &mut Vm, function: &Value, depth: i64) -> crate::Result<Value> {
        let zero = Value::tuple(vec![Value::None, Value::Bool(true)]);
        let combine = partial(combine_if_any, vec![function.clone()]);
        let marked = self.map(&Value::native("<lambda>", present), false);
        let reduced = marked.tree_aggregate(vm, &zero, &combine, &combine, depth)?;
        match &reduced {
            Value::Tuple(pair) if !is_absent(&reduced) => Ok(pair[0].clone()),
            _ => Err(Error::Raised(vm.value_error("Cannot reduce empty RDD."))),
        }
    }
}

fn open(vm: &mut Vm, partition: usize, arguments: &[Value], mut input: Records) -> Result<Records> {
    let key = partition as i64 % vm.to_i64(&arguments[0])?;
    Ok(from_fn(move |vm| {
        let record = input.next(vm)?;
        Ok(record.map(|record| Value::tuple(vec![Value::Int(key), record])))
    }))
}

fn present(_: &mut Vm, mut args: Args) -> Result<Value> {
    Ok(Value::tuple(vec![args.take_first(), Value::Bool(false)]))
}

fn is_absent(marked: &Value) -> bool {
    matches!(marked, Value::Tuple(pair) if pair[1].is(&Value::Bool(true)))
}

fn combine_if_any(vm: &mut Vm, args: Args) -> Result<Value> {
    let (left, right) = (&args[1], &args[2]);
    if is_absent(left) {
        return Ok(right.clone());
    }
    if is_absent(right) {
        return Ok(left.clone());
    }
    let (left, right) = (bound(left, 0), bound(right, 0));
    let reduced = vm.call_two(&bound(&args[0], 0), left, right)?;
    Ok(Value::tuple(vec![reduced, Value::Bool(false)]))
}
