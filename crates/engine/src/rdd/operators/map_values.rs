//! `mapValues`: a function over the value of each pair (`RDD.mapValues`).

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use super::call_guarded;
use crate::partition::{Records, from_fn};
use crate::plan::{Step, part};
use crate::rdd::Rdd;
use crate::task::is_stop_iteration;

impl Rdd {
    /// Each key with the function's value for its value; the partitioner stays.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[('a', 2), ('b', 1)]", 2);
    /// let text = example.value("str");
    /// assert_eq!(example.layout(&rdd.map_values(&text)), "[[('a', '2')], [('b', '1')]]");
    /// ```
    pub fn map_values(&self, function: &Value) -> Rdd {
        let step = Step::new("mapValues", open, vec![function.clone()]);
        self.then(step, true)
    }

    /// The same as a DStream does it: a `StopIteration` ends the chunk.
    pub fn map_values_unguarded(&self, function: &Value) -> Rdd {
        let step = Step::new("mapValues", open_unguarded, vec![function.clone()]);
        self.then(step, true)
    }
}

fn open(_: &mut Vm, _: usize, arguments: &[Value], mut input: Records) -> Result<Records> {
    let function = arguments[0].clone();
    Ok(from_fn(move |vm| {
        let Some(record) = input.next(vm)? else {
            return Ok(None);
        };
        let key = part(vm, &record, 0)?;
        let value = part(vm, &record, 1)?;
        let value = call_guarded(vm, &function, value)?;
        Ok(Some(Value::tuple(vec![key, value])))
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
        let key = part(vm, &record, 0)?;
        let value = part(vm, &record, 1)?;
        match vm.call_one(&function, value) {
            Err(raise) if is_stop_iteration(vm, &raise) => Ok(None),
            value => Ok(Some(Value::tuple(vec![key, value?]))),
        }
    }))
}
