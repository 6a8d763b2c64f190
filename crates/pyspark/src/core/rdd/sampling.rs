//! Methods that draw records at random.

use brooklet_pyspark_api::core::RDD;
use brooklet_python::value::NativeFn;
use brooklet_python::vm::ExceptionKind;
use brooklet_python::{Args, Result, Value, Vm};
use brooklet_python_compiler::bytecode::CompareOp;

use super::{called, made, this, value_of};
use crate::binding::{arguments, methods};
use crate::core::arguments::{compared_with_zero, optional};

pub(super) const METHODS: &[(&str, NativeFn)] = methods![RDD;
    "sample" => sample,
    "sampleByKey" => sample_by_key,
    "randomSplit" => random_split,
    "takeSample" => take_sample,
];

fn sample(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [replace, fraction, seed] = arguments(args);
    let replace = vm.truth(&replace)?;
    vm.compare(CompareOp::GreaterEqual, &fraction, &Value::Int(0))?;
    let sampled = rdd.sample(vm, replace, &fraction, optional(seed).as_ref());
    made(vm, sampled)
}

fn sample_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [replace, fractions, seed] = arguments(args);
    let replace = vm.truth(&replace)?;
    let values = vm.call_method(&fractions, "values", Args::none())?;
    for fraction in vm.collect(&values)? {
        let fine = vm.compare(CompareOp::GreaterEqual, &fraction, &Value::Float(0.0))?;
        if !vm.truth(&fine)? {
            let fraction = vm.str(&fraction)?;
            let message = format!("Negative fraction value: {fraction}");
            return Err(vm.error(ExceptionKind::AssertionError, message));
        }
    }
    let sampled = rdd.sample_by_key(vm, replace, &fractions, optional(seed).as_ref());
    made(vm, sampled)
}

fn random_split(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [weights, seed] = arguments(args);
    let weights = vm.collect(&weights)?;
    for weight in &weights {
        vm.compare(CompareOp::GreaterEqual, weight, &Value::Int(0))?;
    }
    let splits = rdd.random_split(vm, &weights, optional(seed).as_ref());
    let splits = called(vm, splits)?;
    let splits = splits.into_iter().map(|split| value_of(vm, split));
    Ok(Value::list(splits.collect()))
}

fn take_sample(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [replace, count, seed] = arguments(args);
    let replace = vm.truth(&replace)?;
    let count = compared_with_zero(vm, CompareOp::Less, &count)?;
    let records = rdd.take_sample(vm, replace, count, optional(seed).as_ref());
    called(vm, records).map(Value::list)
}
