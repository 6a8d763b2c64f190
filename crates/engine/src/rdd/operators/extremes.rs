//! `max` and `min`.

use brooklet_python::value::Args;
use brooklet_python::vm::Vm;
use brooklet_python::{Result, Value};

use super::partial::{bound, partial};
use crate::rdd::Rdd;

impl Rdd {
    /// The largest record, the first of equals; by the function's values if there is one (`RDD.max`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("['b', 'ccc', 'aa']", 2);
    /// let length = example.value("len");
    /// let longest = rdd.max(&mut example.vm, Some(&length)).unwrap();
    /// assert_eq!(example.repr(&longest), "'ccc'");
    /// ```
    ///
    /// # Errors
    /// As [`Rdd::reduce`]; `TypeError` for records that cannot be compared.
    pub fn max(&self, vm: &mut Vm, key: Option<&Value>) -> crate::Result<Value> {
        self.reduce(vm, &partial(larger, vec![key.cloned().unwrap_or_default()]))
    }

    /// The smallest record, the first of equals; by the function's values if there is one (`RDD.min`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("['b', 'ccc', 'aa']", 2);
    /// let first = rdd.min(&mut example.vm, None).unwrap();
    /// assert_eq!(example.repr(&first), "'aa'");
    /// ```
    ///
    /// # Errors
    /// As [`Rdd::max`].
    pub fn min(&self, vm: &mut Vm, key: Option<&Value>) -> crate::Result<Value> {
        self.reduce(
            vm,
            &partial(smaller, vec![key.cloned().unwrap_or_default()]),
        )
    }
}

fn larger(vm: &mut Vm, args: Args) -> Result<Value> {
    pick(vm, &args, "max")
}

fn smaller(vm: &mut Vm, args: Args) -> Result<Value> {
    pick(vm, &args, "min")
}

/// The built-in `max` or `min` of two records.
fn pick(vm: &mut Vm, args: &Args, name: &str) -> Result<Value> {
    let function = vm.builtins.get_str(name).unwrap_or_default();
    let mut call = Args::two(args[1].clone(), args[2].clone());
    let key = bound(&args[0], 0);
    if !key.is_none() {
        call = call.with_keyword("key", key);
    }
    vm.call(&function, call)
}
