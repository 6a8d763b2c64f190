//! `countByValue` and `countByKey`: how often each record, or key, comes.

use std::rc::Rc;

use brooklet_python::Value;
use brooklet_python::value::{Args, Dict};
use brooklet_python::vm::{Result, Vm};
use brooklet_python_compiler::bytecode::BinaryOp;

use crate::partition::Records;
use crate::partition::made_late;
use crate::plan::Step;
use crate::rdd::Rdd;

impl Rdd {
    /// How often each record comes, in the order of first appearance (`RDD.countByValue`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # use brooklet_python::Value;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("['b', 'a', 'b']", 2);
    /// let counts = rdd.count_by_value(&mut example.vm).unwrap();
    /// assert_eq!(example.repr(&Value::Dict(counts)), "{'b': 2, 'a': 1}");
    /// ```
    ///
    /// # Errors
    /// As [`Rdd::reduce`]; `TypeError` for records that cannot be hashed.
    pub fn count_by_value(&self, vm: &mut Vm) -> crate::Result<Rc<Dict>> {
        let counts = self.then(Step::new("countByValue", open, Vec::new()), false);
        let merged = counts.reduce(vm, &Value::native("mergeMaps", merge))?;
        match merged {
            Value::Dict(counts) => Ok(counts),
            _ => unreachable!("merging dicts gives a dict"),
        }
    }

    /// How many pairs each key has, in the order of first appearance (`RDD.countByKey`).
    ///
    /// # Errors
    /// As [`Rdd::count_by_value`].
    pub fn count_by_key(&self, vm: &mut Vm) -> crate::Result<Rc<Dict>> {
        self.keys().count_by_value(vm)
    }
}

fn open(_: &mut Vm, _: usize, _: &[Value], mut input: Records) -> Result<Records> {
    Ok(made_late(move |vm| {
        let counts = Dict::new();
        while let Some(record) = input.next(vm)? {
            add(vm, &counts, record, &Value::Int(1))?;
        }
        Ok(vec![Value::Dict(Rc::new(counts))])
    }))
}

fn add(vm: &mut Vm, counts: &Dict, key: Value, more: &Value) -> Result<()> {
    let before = counts.get(vm, &key)?.unwrap_or(Value::Int(0));
    let count = vm.binary(BinaryOp::Add, &before, more)?;
    counts.set(vm, key, count)
}

fn merge(vm: &mut Vm, args: Args) -> Result<Value> {
    if let (Value::Dict(counts), Value::Dict(others)) = (&args[0], &args[1]) {
        for (key, count) in others.items() {
            add(vm, counts, key, &count)?;
        }
    }
    Ok(args[0].clone())
}
