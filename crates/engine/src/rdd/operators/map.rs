//! `map`: a function over each record (`RDD.map`).

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use super::call_guarded;
use crate::partition::{Records, from_fn};
use crate::plan::{ColumnStep, Step};
use crate::rdd::Rdd;
use crate::task::is_stop_iteration;

impl Rdd {
    /// The function's value for each record; a `StopIteration` that it raises fails the task.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 2, 3]", 2);
    /// let double = example.value("lambda x: 2 * x");
    /// assert_eq!(example.layout(&rdd.map(&double, false)), "[[2], [4, 6]]");
    /// ```
    pub fn map(&self, function: &Value, preserves_partitioning: bool) -> Rdd {
        let step = Step::new("map", open, vec![function.clone()]).on_columns(ColumnStep::Map);
        self.then(step, preserves_partitioning)
    }

    /// The same as a DStream does it: a `StopIteration` ends the chunk.
    pub fn map_unguarded(&self, function: &Value, preserves_partitioning: bool) -> Rdd {
        let step =
            Step::new("map", open_unguarded, vec![function.clone()]).on_columns(ColumnStep::Map);
        self.then(step, preserves_partitioning)
    }
}

/// The step that changes nothing but how records are chunked.
pub(crate) fn identity_step() -> Step {
    Step::new("map", |_, _, _, input| Ok(input), Vec::new())
}

fn open(_: &mut Vm, _: usize, arguments: &[Value], mut input: Records) -> Result<Records> {
    let function = arguments[0].clone();
    Ok(from_fn(move |vm| match input.next(vm)? {
        Some(record) => call_guarded(vm, &function, record).map(Some),
        None => Ok(None),
    }))
}

fn open_unguarded(
    _: &mut Vm,
    _: usize,
    arguments: &[Value],
    mut input: Records,
) -> Result<Records> {
    let function = arguments[0].clone();
    Ok(from_fn(move |vm| {
        let Some(record) = input.next(vm)? else {
            return Ok(None);
        };
        match vm.call_one(&function, record) {
            Err(raise) if is_stop_iteration(vm, &raise) => Ok(None),
            called => called.map(Some),
        }
    }))
}
