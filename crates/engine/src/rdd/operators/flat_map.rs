//! `flatMap`: what a function gives for each record, one after another (`RDD.flatMap`).

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use super::call_guarded;
use crate::partition::{Records, from_fn};
use crate::plan::Step;
use crate::rdd::Rdd;
use crate::task::is_stop_iteration;

impl Rdd {
    /// The items of what the function gives; a `StopIteration` that it raises fails the task.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("['ab', '', 'c']", 2);
    /// let letters = example.value("list");
    /// assert_eq!(example.layout(&rdd.flat_map(&letters, false)), "[['a', 'b'], ['c']]");
    /// ```
    pub fn flat_map(&self, function: &Value, preserves_partitioning: bool) -> Rdd {
        let arguments = vec![function.clone(), Value::Bool(true)];
        self.then(
            Step::new("flatMap", open, arguments),
            preserves_partitioning,
        )
    }

    /// The same as a DStream does it: a `StopIteration` ends the partition.
    pub fn flat_map_unguarded(&self, function: &Value, preserves_partitioning: bool) -> Rdd {
        let arguments = vec![function.clone(), Value::Bool(false)];
        self.then(
            Step::new("flatMap", open, arguments),
            preserves_partitioning,
        )
    }
}

fn open(_: &mut Vm, _: usize, arguments: &[Value], input: Records) -> Result<Records> {
    let function = arguments[0].clone();
    let guarded = arguments[1].is(&Value::Bool(true));
    let mut input = Some(input);
    let mut items: Option<Value> = None;
    Ok(from_fn(move |vm| {
        loop {
            if let Some(iterator) = &items {
                match vm.next(iterator)? {
                    Some(item) => return Ok(Some(item)),
                    None => items = None,
                }
            }
            let Some(records) = &mut input else {
                return Ok(None);
            };
            let Some(record) = records.next(vm)? else {
                input = None;
                return Ok(None);
            };
            let called = match guarded {
                true => call_guarded(vm, &function, record),
                false => vm.call_one(&function, record),
            };
            match called {
                Err(raise) if is_stop_iteration(vm, &raise) => {
                    input = None;
                    return Ok(None);
                }
                called => items = Some(vm.iter(&called?)?),
            }
        }
    }))
}
