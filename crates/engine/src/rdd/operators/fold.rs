//! `fold` and `aggregate`: all records from a zero.

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use super::call_two_guarded;
use crate::rdd::records::made_late;
use crate::rdd::{Rdd, Records, Step};

impl Rdd {
    /// Folds each partition from `zero`, then the results from `zero` again (`RDD.fold`).
    ///
    /// # Errors
    /// As [`Rdd::collect`], and what the function raises.
    pub fn fold(&self, vm: &mut Vm, zero: &Value, function: &Value) -> crate::Result<Value> {
        self.aggregate(vm, zero, function, function)
    }

    /// Folds each partition by `sequence` from `zero`, then the results by `combine` from `zero`
    /// again (`RDD.aggregate`).
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
