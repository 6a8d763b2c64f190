//! `reduceByKeyLocally`: one value a key, on the driver (`RDD.reduceByKeyLocally`).

use std::rc::Rc;

use brooklet_python::Value;
use brooklet_python::value::{Args, Dict};
use brooklet_python::vm::{Result, Vm};

use super::call_two_guarded;
use super::partial::{bound, partial};
use crate::partition::Records;
use crate::partition::made_late;
use crate::plan::Step;
use crate::plan::unpack_pair;
use crate::rdd::Rdd;

impl Rdd {
    /// Each key with its values reduced, as a dict in the order of first appearance.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[('a', 1), ('b', 2), ('a', 3)]", 2);
    /// let add = example.value("lambda left, right: left + right");
    /// let reduced = rdd.reduce_by_key_locally(&mut example.vm, &add).unwrap();
    /// assert_eq!(example.repr(&reduced), "{'a': 4, 'b': 2}");
    /// ```
    ///
    /// # Errors
    /// As [`Rdd::reduce`].
    pub fn reduce_by_key_locally(&self, vm: &mut Vm, function: &Value) -> crate::Result<Value> {
        let step = Step::new("reduceByKeyLocally", open, vec![function.clone()]);
        let merge = partial(merge, vec![function.clone()]);
        self.then(step, false).reduce(vm, &merge)
    }
}

fn open(_: &mut Vm, _: usize, arguments: &[Value], mut input: Records) -> Result<Records> {
    let function = arguments[0].clone();
    Ok(made_late(move |vm| {
        let reduced = Dict::new();
        while let Some(record) = input.next(vm)? {
            let (key, value) = unpack_pair(vm, &record)?;
            add(vm, &function, &reduced, key, value)?;
        }
        Ok(vec![Value::Dict(Rc::new(reduced))])
    }))
}

fn add(vm: &mut Vm, function: &Value, reduced: &Dict, key: Value, value: Value) -> Result<()> {
    let value = match reduced.get(vm, &key)? {
        Some(before) => call_two_guarded(vm, function, before, value)?,
        None => value,
    };
    reduced.set(vm, key, value)
}

fn merge(vm: &mut Vm, args: Args) -> Result<Value> {
    let function = bound(&args[0], 0);
    if let (Value::Dict(reduced), Value::Dict(others)) = (&args[1], &args[2]) {
        for (key, value) in others.items() {
            add(vm, &function, reduced, key, value)?;
        }
    }
    Ok(args[1].clone())
}
