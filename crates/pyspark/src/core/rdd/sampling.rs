//! Methods that draw records at random.

use brooklet_python::bytecode::CompareOp;
use brooklet_python::value::NativeFn;
use brooklet_python::vm::ExceptionKind;
use brooklet_python::{Args, Result, Value, Vm};

use super::{called, made, this, value_of};
use crate::core::arguments::{flag, given, optional};
use brooklet_python::modules::signature::bind;

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("sample", sample),
    ("sampleByKey", sample_by_key),
    ("randomSplit", random_split),
    ("takeSample", take_sample),
];

fn sample(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let names = ["withReplacement", "fraction", "seed"];
    let [replace, fraction, seed] = bind(vm, args, "RDD.sample", 1, names, 2)?;
    let replace = flag(vm, replace, false)?;
    let sampled = rdd.sample(vm, replace, &given(fraction), optional(seed).as_ref());
    made(vm, sampled)
}

fn sample_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let names = ["withReplacement", "fractions", "seed"];
    let [replace, fractions, seed] = bind(vm, args, "RDD.sampleByKey", 1, names, 2)?;
    let replace = flag(vm, replace, false)?;
    let fractions = given(fractions);
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
    let [weights, seed] = bind(vm, args, "RDD.randomSplit", 1, ["weights", "seed"], 1)?;
    let weights = vm.collect(&given(weights))?;
    let splits = rdd.random_split(vm, &weights, optional(seed).as_ref());
    let splits = called(vm, splits)?;
    let splits = splits.into_iter().map(|split| value_of(vm, split));
    Ok(Value::list(splits.collect()))
}

fn take_sample(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let names = ["withReplacement", "num", "seed"];
    let [replace, count, seed] = bind(vm, args, "RDD.takeSample", 1, names, 2)?;
    let replace = flag(vm, replace, false)?;
    let count = vm.to_i64(&given(count))?;
    let records = rdd.take_sample(vm, replace, count, optional(seed).as_ref());
    called(vm, records).map(Value::list)
}
