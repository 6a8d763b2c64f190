//! Methods that take records as numbers, and those that count them.

use brooklet_engine::StatCounter;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{called, collected};
use crate::core::arguments::{given, optional};
use crate::core::{bounded_float, stat_counter};
use brooklet_python::modules::numpy::float64;
use brooklet_python::modules::signature::bind;

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("count", count),
    ("countApprox", count_approx),
    ("countApproxDistinct", count_approx_distinct),
    ("sum", sum),
    ("sumApprox", sum_approx),
    ("mean", |vm, args| {
        statistic(vm, args, "RDD.mean", |s| s.mean)
    }),
    ("meanApprox", mean_approx),
    ("variance", |vm, args| {
        statistic(vm, args, "RDD.variance", StatCounter::variance)
    }),
    ("stdev", |vm, args| {
        deviation(vm, args, "RDD.stdev", StatCounter::stdev)
    }),
    ("sampleVariance", |vm, args| {
        statistic(vm, args, "RDD.sampleVariance", StatCounter::sample_variance)
    }),
    ("sampleStdev", |vm, args| {
        deviation(vm, args, "RDD.sampleStdev", StatCounter::sample_stdev)
    }),
    ("stats", stats),
    ("histogram", histogram),
    ("max", max),
    ("min", min),
];

fn count(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    bind(vm, args, "RDD.count", 1, [], 0)?;
    let count = rdd.count(vm);
    called(vm, count).map(Value::from)
}

const TIMEOUT: [&str; 2] = ["timeout", "confidence"];

fn count_approx(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    bind(vm, args, "RDD.countApprox", 1, TIMEOUT, 1)?;
    let count = rdd.count(vm);
    called(vm, count).map(Value::from)
}

fn count_approx_distinct(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [deviation] = bind(vm, args, "RDD.countApproxDistinct", 1, ["relativeSD"], 0)?;
    let deviation = match deviation {
        Some(deviation) => vm.to_f64(&deviation)?,
        None => 0.05,
    };
    if deviation < 0.000_017 {
        return Err(vm.value_error("relativeSD should be greater than 0.000017"));
    }
    let count = rdd.count_approx_distinct(vm, deviation);
    called(vm, count).map(|count| Value::Int(count as i64))
}

fn sum(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    bind(vm, args, "RDD.sum", 1, [], 0)?;
    let sum = rdd.sum(vm);
    called(vm, sum)
}

fn sum_approx(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    bind(vm, args, "RDD.sumApprox", 1, TIMEOUT, 1)?;
    let sum = rdd.sum(vm);
    let sum = called(vm, sum)?;
    let sum = vm.to_f64(&sum)?;
    Ok(bounded_float::exactly(vm, sum))
}

fn mean_approx(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    bind(vm, args, "RDD.meanApprox", 1, TIMEOUT, 1)?;
    let mean = match rdd.partitions() {
        0 => 0.0,
        _ => {
            let stats = rdd.stats(vm);
            called(vm, stats)?.mean
        }
    };
    Ok(bounded_float::exactly(vm, mean))
}

fn statistic(
    vm: &mut Vm,
    args: Args,
    method: &str,
    of: impl Fn(&StatCounter) -> f64,
) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    bind(vm, args, method, 1, [], 0)?;
    let stats = rdd.stats(vm);
    let stats = called(vm, stats)?;
    Ok(Value::Float(of(&stats)))
}

/// A deviation is what NumPy's `sqrt` gives.
fn deviation(
    vm: &mut Vm,
    args: Args,
    method: &str,
    of: impl Fn(&StatCounter) -> f64,
) -> Result<Value> {
    let deviation = statistic(vm, args, method, of)?;
    let deviation = vm.to_f64(&deviation)?;
    Ok(float64(vm, deviation))
}

fn stats(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    bind(vm, args, "RDD.stats", 1, [], 0)?;
    let stats = rdd.stats(vm);
    let stats = called(vm, stats)?;
    Ok(stat_counter::value_of(vm, stats))
}

fn histogram(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [buckets] = bind(vm, args, "RDD.histogram", 1, ["buckets"], 1)?;
    let counted = rdd.histogram(vm, &given(buckets));
    let (buckets, counts) = called(vm, counted)?;
    Ok(Value::tuple(vec![buckets, counts]))
}

fn max(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [key] = bind(vm, args, "RDD.max", 1, ["key"], 0)?;
    let largest = rdd.max(vm, optional(key).as_ref());
    called(vm, largest)
}

fn min(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [key] = bind(vm, args, "RDD.min", 1, ["key"], 0)?;
    let smallest = rdd.min(vm, optional(key).as_ref());
    called(vm, smallest)
}
