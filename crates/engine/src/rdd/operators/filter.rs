//! `filter`: the records for which a function is true (`RDD.filter`).

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use super::call_guarded;
use crate::partition::{Records, from_fn};
use crate::plan::{ColumnStep, Step};
use crate::rdd::Rdd;
use crate::task::is_stop_iteration;

impl Rdd {
    /// The records for which the function is true; a `StopIteration` that it raises fails the task.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 2, 3, 4]", 2);
    /// let even = example.value("lambda x: x % 2 == 0");
    /// assert_eq!(example.layout(&rdd.filter(&even)), "[[2], [4]]");
    /// ```
    pub fn filter(&self, function: &Value) -> Rdd {
        let step = Step::new("filter", open, vec![function.clone()]).on_columns(ColumnStep::Filter);
        self.then(step, true)
    }

    /// The same as a DStream does it: a `StopIteration` ends the chunk.
    pub fn filter_unguarded(&self, function: &Value) -> Rdd {
        let step = Step::new("filter", open_unguarded, vec![function.clone()])
            .on_columns(ColumnStep::Filter);
        self.then(step, true)
    }
}

fn open(_: &mut Vm, _: usize, arguments: &[Value], mut input: Records) -> Result<Records> {
    let function = arguments[0].clone();
    Ok(from_fn(move |vm| {
        while let Some(record) = input.next(vm)? {
            let kept = call_guarded(vm, &function, record.clone())?;
            if vm.truth(&kept)? {
                return Ok(Some(record));
            }
        }
        Ok(None)
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
        while let Some(record) = input.next(vm)? {
            match vm.call_one(&function, record.clone()) {
                Err(raise) if is_stop_iteration(vm, &raise) => return Ok(None),
                kept => {
                    if vm.truth(&kept?)? {
                        return Ok(Some(record));
                    }
                }
            }
        }
        Ok(None)
    }))
}
