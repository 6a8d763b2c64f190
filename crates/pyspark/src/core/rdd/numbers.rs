//! Methods that take records as numbers, and those that count them.

use brooklet_engine::StatCounter;
use brooklet_pyspark_api::core::RDD;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::{called, collected};
use crate::binding::{arguments, methods};
use crate::core::arguments::optional;
use crate::core::{bounded_float, stat_counter};
use brooklet_numpy::float64;

pub(super) const METHODS: &[(&str, NativeFn)] = methods![RDD;
    "count" => count,
    "countApprox" => count_approx,
    "countApproxDistinct" => count_approx_distinct,
    "sum" => sum,
    "sumApprox" => sum_approx,
    "mean" => |vm, args| statistic(vm, args, |s| s.mean),
    "meanApprox" => mean_approx,
    "variance" => |vm, args| statistic(vm, args, StatCounter::variance),
    "stdev" => |vm, args| deviation(vm, args, StatCounter::stdev),
    "sampleVariance" => |vm, args| statistic(vm, args, StatCounter::sample_variance),
    "sampleStdev" => |vm, args| deviation(vm, args, StatCounter::sample_stdev),
    "stats" => stats,
    "histogram" => histogram,
    "max" => max,
    "min" => min,
];

fn count(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let count = rdd.count(vm);
    called(vm, count).map(Value::from)
}

fn count_approx(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let count = rdd.count(vm);
    called(vm, count).map(Value::from)
}

fn count_approx_distinct(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [deviation] = arguments(args);
    let deviation = vm.to_f64(&deviation)?;
    if deviation < 0.000_017 {
        return Err(vm.value_error("relativeSD should be greater than 0.000017"));
    }
    let count = rdd.count_approx_distinct(vm, deviation);
    called(vm, count).map(|count| Value::Int(count as i64))
}

fn sum(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let sum = rdd.sum(vm);
    called(vm, sum)
}

fn sum_approx(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let sum = rdd.sum(vm);
    let sum = called(vm, sum)?;
    let sum = vm.to_f64(&sum)?;
    Ok(bounded_float::exactly(vm, sum))
}

fn mean_approx(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let mean = match rdd.partitions() {
        0 => 0.0,
        _ => {
            let stats = rdd.stats(vm);
            called(vm, stats)?.mean
        }
    };
    Ok(bounded_float::exactly(vm, mean))
}

fn statistic(vm: &mut Vm, args: Args, of: impl Fn(&StatCounter) -> f64) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let stats = rdd.stats(vm);
    let stats = called(vm, stats)?;
    Ok(Value::Float(of(&stats)))
}

/// A deviation is what NumPy's `sqrt` gives.
fn deviation(vm: &mut Vm, args: Args, of: impl Fn(&StatCounter) -> f64) -> Result<Value> {
    let deviation = statistic(vm, args, of)?;
    let deviation = vm.to_f64(&deviation)?;
    Ok(float64(vm, deviation))
}

fn stats(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let stats = rdd.stats(vm);
    let stats = called(vm, stats)?;
    Ok(stat_counter::value_of(vm, stats))
}

fn histogram(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [buckets] = arguments(args);
    let counted = rdd.histogram(vm, &buckets);
    let (buckets, counts) = called(vm, counted)?;
    Ok(Value::tuple(vec![buckets, counts]))
}

fn max(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [key] = arguments(args);
    let largest = rdd.max(vm, optional(key).as_ref());
    called(vm, largest)
}

fn min(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [key] = arguments(args);
    let smallest = rdd.min(vm, optional(key).as_ref());
    called(vm, smallest)
}
