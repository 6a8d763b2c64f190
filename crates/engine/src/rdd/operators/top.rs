//! `top` and `takeOrdered`: the largest and the smallest records.

use brooklet_python::value::{Args, iterate};
use brooklet_python::vm::Vm;
use brooklet_python::{Result, Value};
use brooklet_python_compiler::bytecode::CompareOp;

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
    /// let largest = rdd.top(&mut example.vm, &Value::Int(2), None).unwrap();
    /// assert_eq!(example.repr(&Value::list(largest)), "[4, 3]");
    /// ```
    ///
    /// # Errors
    /// As [`Rdd::reduce`]; `TypeError` for records that cannot be compared.
    pub fn top(
        &self,
        vm: &mut Vm,
        count: &Value,
        key: Option<&Value>,
    ) -> crate::Result<Vec<Value>> {
        self.firsts(vm, count, key, "nlargest")
    }

    /// The smallest records, the smallest first, equals in their order (`RDD.takeOrdered`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # use brooklet_python::Value;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 4, 2, 3]", 2);
    /// let smallest = rdd.take_ordered(&mut example.vm, &Value::Int(2), None).unwrap();
    /// assert_eq!(example.repr(&Value::list(smallest)), "[1, 2]");
    /// ```
    ///
    /// # Errors
    /// `ValueError` for a negative count; as [`Rdd::top`].
    pub fn take_ordered(
        &self,
        vm: &mut Vm,
        count: &Value,
        key: Option<&Value>,
    ) -> crate::Result<Vec<Value>> {
        let zero = Value::Int(0);
        let is_negative = vm.compare(CompareOp::Less, count, &zero)?;
        if vm.truth(&is_negative)? {
            return Err(Error::Raised(vm.value_error("top N cannot be negative.")));
        }
        if vm.equal(count, &zero)? || self.partitions() == 0 {
            return Ok(Vec::new());
        }
        self.firsts(vm, count, key, "nsmallest")
    }

    /// What that function of `heapq` finds in each partition, and then in two of its results at a time.
    fn firsts(
        &self,
        vm: &mut Vm,
        count: &Value,
        key: Option<&Value>,
        function: &str,
    ) -> crate::Result<Vec<Value>> {
        let arguments = vec![
            Value::str(function),
            count.clone(),
            key.cloned().unwrap_or_default(),
        ];
        let step = Step::new("top", open, arguments.clone());
        let firsts = self.then(step, false);
        let merged = firsts.reduce(vm, &partial(merge, arguments))?;
        Ok(vm.collect(&merged)?)
    }
}

fn open(vm: &mut Vm, _: usize, arguments: &[Value], input: Records) -> Result<Records> {
    let firsts = firsts_of(vm, input.into_value(), arguments)?;
    Ok(Records::new(iterate(vec![firsts])))
}

fn merge(vm: &mut Vm, args: Args) -> Result<Value> {
    let mut records = vm.collect(&args[1])?;
    records.extend(vm.collect(&args[2])?);
    let arguments = [0, 1, 2].map(|at| bound(&args[0], at));
    firsts_of(vm, Value::list(records), &arguments)
}

/// Calls a function of `heapq`; the arguments are its name, how many, and the key function.
fn firsts_of(vm: &mut Vm, records: Value, arguments: &[Value]) -> Result<Value> {
    let heapq = Value::Module(vm.import("heapq")?);
    let function = arguments[0].as_str().unwrap_or_default();
    let call = Args::two(arguments[1].clone(), records).with_keyword("key", arguments[2].clone());
    vm.call_method(&heapq, function, call)
}
