//! `sum`: all records added up (`RDD.sum`).

use brooklet_python::Value;
use brooklet_python::value::iterate;
use brooklet_python::vm::{Result, Vm};
use brooklet_python_compiler::bytecode::BinaryOp;

use crate::partition::Records;
use crate::plan::Step;
use crate::rdd::Rdd;

impl Rdd {
    /// The sum of the partitions' sums, in order, each from 0.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 2.5, True]", 2);
    /// let sum = rdd.sum(&mut example.vm).unwrap();
    /// assert_eq!(example.repr(&sum), "4.5");
    /// ```
    ///
    /// # Errors
    /// As [`Rdd::collect`]; `TypeError` for records that cannot be added.
    pub fn sum(&self, vm: &mut Vm) -> crate::Result<Value> {
        let sums = self.partition_sums().collect(vm)?;
        let mut total = Value::Int(0);
        for sum in sums {
            total = vm.binary(BinaryOp::Add, &total, &sum)?;
        }
        Ok(total)
    }

    /// The sum of each partition.
    fn partition_sums(&self) -> Rdd {
        self.then(Step::new("sum", open, Vec::new()), false)
    }
}

fn open(vm: &mut Vm, _: usize, _: &[Value], mut input: Records) -> Result<Records> {
    let mut sum = Value::Int(0);
    while let Some(record) = input.next(vm)? {
        sum = vm.binary(BinaryOp::Add, &sum, &record)?;
    }
    // `sum` is folded from 0 once more inside the task.
    let sum = vm.binary(BinaryOp::Add, &Value::Int(0), &sum)?;
    Ok(Records::new(iterate(vec![sum])))
}
