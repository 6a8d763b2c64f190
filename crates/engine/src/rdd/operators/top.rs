//! `top` and `takeOrdered`: the largest and the smallest records.

use brooklet_python::value::{Args, iterate};
use brooklet_python::vm::Vm;
use brooklet_python::{Result, Value};

use super::partial::{bound, partial};
use crate::error::Error;
use crate::partition::Records;
use crate::plan::Step;
use crate::rdd::Rdd;

impl Rdd {
    /// The largest records, the largest first, equals in their order (`RDD.top`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # use brooklet_python::Value;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 4, 2, 3]", 2);
    /// let largest = rdd.top(&mut example.vm, 2, None).unwrap();
    /// assert_eq!(example.repr(&Value::list(largest)), "[4, 3]");
    /// ```
    ///
    /// # Errors
    /// As [`Rdd::reduce`]; `TypeError` for records that cannot be compared.
    pub fn top(&self, vm: &mut Vm, count: i64, key: Option<&Value>) -> crate::Result<Vec<Value>> {
        if count <= 0 && self.partitions() > 0 {
            // Not a record is computed.
            return Ok(Vec::new());
        }
        self.first_sorted(vm, count, key, true)
    }

    /// The smallest records, the smallest first, equals in their order (`RDD.takeOrdered`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # use brooklet_python::Value;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 4, 2, 3]", 2);
    /// let smallest = rdd.take_ordered(&mut example.vm, 2, None).unwrap();
    /// assert_eq!(example.repr(&Value::list(smallest)), "[1, 2]");
    /// ```
    ///
    /// # Errors
    /// `ValueError` for a negative count; as [`Rdd::top`].
    pub fn take_ordered(
        &self,
        vm: &mut Vm,
        count: i64,
        key: Option<&Value>,
    ) -> crate::Result<Vec<Value>> {
        if count < 0 {
            return Err(Error::Raised(vm.value_error("top N cannot be negative.")));
        }
        if count == 0 || self.partitions() == 0 {
            return Ok(Vec::new());
        }
        self.first_sorted(vm, count, key, false)
    }

    fn first_sorted(
        &self,
        vm: &mut Vm,
        count: i64,
        key: Option<&Value>,
        descending: bool,
    ) -> crate::Result<Vec<Value>> {
        let arguments = vec![
            Value::Int(count.max(0)),
            key.cloned().unwrap_or_default(),
            Value::Bool(descending),
        ];
        let step = Step::new("top", open, arguments.clone());
        let firsts = self.then(step, false);
        let merged = firsts.reduce(vm, &partial(merge, arguments))?;
        Ok(vm.collect(&merged)?)
    }
}

fn open(vm: &mut Vm, _: usize, arguments: &[Value], mut input: Records) -> Result<Records> {
    let mut records = Vec::new();
    while let Some(record) = input.next(vm)? {
        records.push(record);
    }
    let firsts = first_sorted(vm, records, arguments)?;
    Ok(Records::new(iterate(vec![Value::list(firsts)])))
}

fn merge(vm: &mut Vm, args: Args) -> Result<Value> {
    let mut records = vm.collect(&args[1])?;
    records.extend(vm.collect(&args[2])?);
    let arguments = [0, 1, 2].map(|at| bound(&args[0], at));
    first_sorted(vm, records, &arguments).map(Value::list)
}

/// The first of the sorted records; the arguments are how many, the key function and whether to
/// sort downwards.
fn first_sorted(vm: &mut Vm, mut records: Vec<Value>, arguments: &[Value]) -> Result<Vec<Value>> {
    let count = vm.to_i64(&arguments[0])? as usize;
    let key = (!arguments[1].is_none()).then_some(&arguments[1]);
    vm.sort(&mut records, key, arguments[2].is(&Value::Bool(true)))?;
    records.truncate(count);
    Ok(records)
}
