//! `fold` and `aggregate`: all records from a zero.

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use super::call_two_guarded;
use crate::partition::Records;
use crate::partition::made_late;
use crate::plan::Step;
use crate::rdd::Rdd;

impl Rdd {
    /// Folds each partition from `zero`, then the results from `zero` again (`RDD.fold`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 2, 3, 4]", 2);
    /// let (one, add) = (example.value("1"), example.value("lambda left, right: left + right"));
    /// let folded = rdd.fold(&mut example.vm, &one, &add).unwrap();
    /// assert_eq!(example.repr(&folded), "13");
    /// ```
    ///
    /// # Errors
    /// As [`Rdd::collect`], and what the function raises.
    pub fn fold(&self, vm: &mut Vm, zero: &Value, function: &Value) -> crate::Result<Value> {
        self.aggregate(vm, zero, function, function)
    }

    /// Folds each partition by `sequence` from `zero`, then the results by `combine` from `zero`
    /// again (`RDD.aggregate`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 2, 3]", 2);
    /// let zero = example.value("[]");
    /// let add = example.value("lambda values, value: values + [value]");
    /// let total = rdd.aggregate(&mut example.vm, &zero, &add, &add).unwrap();
    /// assert_eq!(example.repr(&total), "[[1], [2, 3]]");
    /// ```
    ///
    /// # Errors
    /// As [`Rdd::collect`], and what the functions raise.
    pub fn aggregate(
        &self,
        vm: &mut Vm,
        zero: &Value,
        sequence: &Value,
        combine: &Value,
    ) -> crate::Result<Value> {
        let partials = self.folded(zero, sequence).collect(vm)?;
        let mut total = zero.clone();
        for partial in partials {
            total = call_two_guarded(vm, combine, total, partial)?;
        }
        Ok(total)
    }

    /// Each partition folded from `zero`.
    pub(super) fn folded(&self, zero: &Value, function: &Value) -> Rdd {
        let arguments = vec![zero.clone(), function.clone()];
        self.then(Step::new("fold", open, arguments), false)
    }
}

fn open(_: &mut Vm, _: usize, arguments: &[Value], mut input: Records) -> Result<Records> {
    let (zero, function) = (arguments[0].clone(), arguments[1].clone());
    Ok(made_late(move |vm| {
        let mut total = zero;
        while let Some(record) = input.next(vm)? {
            total = call_two_guarded(vm, &function, total, record)?;
        }
        Ok(vec![total])
    }))
}
