//! `reduce`: all records by one function (`RDD.reduce`).

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use super::call_two_guarded;
use crate::partition::Records;
use crate::partition::made_late;
use crate::plan::Step;
use crate::rdd::Rdd;

impl Rdd {
    /// Reduces each partition from left to right, then the results from left to right.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 2, 3, 4, 5, 6]", 2);
    /// let subtract = example.value("lambda left, right: left - right");
    /// let reduced = rdd.reduce(&mut example.vm, &subtract).unwrap();
    /// assert_eq!(example.repr(&reduced), "3");
    /// ```
    ///
    /// # Errors
    /// `ValueError` for an RDD without records, and as [`Rdd::collect`].
    pub fn reduce(&self, vm: &mut Vm, function: &Value) -> crate::Result<Value> {
        let step = Step::new("reduce", open, vec![function.clone()]);
        let mut partials = self.then(step, false).collect(vm)?.into_iter();
        let Some(mut reduced) = partials.next() else {
            return Err(vm.value_error("Can not reduce() empty RDD").into());
        };
        for partial in partials {
            reduced = call_two_guarded(vm, function, reduced, partial)?;
        }
        Ok(reduced)
    }
}

fn open(_: &mut Vm, _: usize, arguments: &[Value], mut input: Records) -> Result<Records> {
    let function = arguments[0].clone();
    Ok(made_late(move |vm| {
        let Some(mut reduced) = input.next(vm)? else {
            return Ok(Vec::new());
        };
        while let Some(record) = input.next(vm)? {
            reduced = call_two_guarded(vm, &function, reduced, record)?;
        }
        Ok(vec![reduced])
    }))
}
