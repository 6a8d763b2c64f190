//! `flatMapValues`: each value's items under its key (`RDD.flatMapValues`).

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use super::call_guarded;
use crate::partition::{Records, from_fn};
use crate::plan::{Step, part};
use crate::rdd::Rdd;

impl Rdd {
    /// A pair of the key and each item of what the function gives for the value; the partitioner stays.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[('a', 2), ('b', 1)]", 1);
    /// let range = example.value("range");
    /// assert_eq!(example.layout(&rdd.flat_map_values(&range)), "[[('a', 0), ('a', 1), ('b', 0)]]");
    /// ```
    pub fn flat_map_values(&self, function: &Value) -> Rdd {
        let step = Step::new("flatMapValues", open, vec![function.clone()]);
        self.then(step, true)
    }
}

fn open(_: &mut Vm, _: usize, arguments: &[Value], mut input: Records) -> Result<Records> {
    let function = arguments[0].clone();
    let mut current: Option<(Value, Value)> = None;
    Ok(from_fn(move |vm| {
        loop {
            if let Some((record, items)) = &current {
                if let Some(item) = vm.next(items)? {
                    let key = part(vm, record, 0)?;
                    return Ok(Some(Value::tuple(vec![key, item])));
                }
                current = None;
            }
            let Some(record) = input.next(vm)? else {
                return Ok(None);
            };
            let value = part(vm, &record, 1)?;
            let items = call_guarded(vm, &function, value)?;
            current = Some((record, vm.iter(&items)?));
        }
    }))
}
