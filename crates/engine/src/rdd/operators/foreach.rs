//! `foreach` and `foreachPartition`: functions called for what they do.

use brooklet_python::Value;
use brooklet_python::value::iterate;
use brooklet_python::vm::{ExceptionKind, Result, Vm};

use super::call_guarded;
use crate::partition::Records;
use crate::plan::Step;
use crate::rdd::Rdd;

impl Rdd {
    /// Calls the function for each record, in the tasks (`RDD.foreach`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 0]", 2);
    /// let invert = example.value("lambda x: 1 / x");
    /// let done = rdd.foreach(&mut example.vm, &invert);
    /// assert_eq!(
    ///     example.failure(done).unwrap(),
    ///     "ZeroDivisionError: division by zero"
    /// );
    /// ```
    ///
    /// # Errors
    /// As [`Rdd::collect`].
    pub fn foreach(&self, vm: &mut Vm, function: &Value) -> crate::Result<()> {
        let step = Step::new("foreach", open, vec![function.clone()]);
        self.then(step, false).count(vm)?;
        Ok(())
    }

    /// Calls the function for each partition's iterator, in the tasks; what it gives is run
    /// through if it can be (`RDD.foreachPartition`).
    ///
    /// # Errors
    /// As [`Rdd::collect`].
    pub fn foreach_partition(&self, vm: &mut Vm, function: &Value) -> crate::Result<()> {
        let step = Step::new("foreachPartition", open_partition, vec![function.clone()]);
        self.then(step, false).count(vm)?;
        Ok(())
    }
}

fn open(vm: &mut Vm, _: usize, arguments: &[Value], mut input: Records) -> Result<Records> {
    while let Some(record) = input.next(vm)? {
        call_guarded(vm, &arguments[0], record)?;
    }
    Ok(Records::new(iterate(Vec::new())))
}

fn open_partition(vm: &mut Vm, _: usize, arguments: &[Value], input: Records) -> Result<Records> {
    let result = vm.call_one(&arguments[0], input.into_value())?;
    match vm.iter(&result) {
        Ok(iterator) => Ok(Records::of_object(iterator)),
        Err(raise) if vm.is_exception(&raise, ExceptionKind::TypeError) => {
            Ok(Records::new(iterate(Vec::new())))
        }
        Err(raise) => Err(raise),
    }
}
