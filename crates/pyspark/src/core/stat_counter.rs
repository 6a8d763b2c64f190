//! `StatCounter`: what `RDD.stats` gives.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_engine::StatCounter;
use brooklet_pyspark_api::core::STAT_COUNTER;
use brooklet_python::native_class::{NativeClass, data, object, object_of, pickle_state, receiver};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{ClassBuilder, Dict, NativeData};
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::arguments::optional;
use crate::binding::{arguments, constructor, methods};
use brooklet_numpy::float64;

/// A `StatCounter` of the program.
pub(crate) struct StatCounterObject(RefCell<StatCounter>);

impl NativeData for StatCounterObject {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let state = self.0.borrow().to_value();
        pickle_state(vm, &state, |vm, state| {
            let counter = StatCounter::from_value(vm, &state)?;
            Ok(value_of(vm, counter))
        })
    }
}

impl NativeClass for StatCounterObject {
    const MODULE: &'static str = "pyspark.statcounter";
    const NAME: &'static str = "StatCounter";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(constructor![STAT_COUNTER => new])
            .methods(methods![STAT_COUNTER;
                "merge" => merge,
                "mergeStats" => merge_stats,
                "copy" => copy,
                "count" => count,
                "mean" => |vm, args| float(vm, &args, |counter| counter.mean),
                "sum" => |vm, args| float(vm, &args, StatCounter::sum),
                "min" => |vm, args| extreme(vm, &args, |counter| counter.min),
                "max" => |vm, args| extreme(vm, &args, |counter| counter.max),
                "variance" => |vm, args| {
                    float(vm, &args, StatCounter::variance)
                },
                "sampleVariance" => |vm, args| {
                    float(vm, &args, StatCounter::sample_variance)
                },
                "stdev" => |vm, args| deviation(vm, &args, StatCounter::stdev),
                "sampleStdev" => |vm, args| {
                    deviation(vm, &args, StatCounter::sample_stdev)
                },
                "asDict" => as_dict,
            ])
            .methods(&[("__repr__", repr)])
    }
}

/// A counter as a Python object.
pub(crate) fn value_of(vm: &mut Vm, counter: StatCounter) -> Value {
    object(vm, StatCounterObject(RefCell::new(counter)))
}

fn this(vm: &mut Vm, args: &Args) -> Result<Rc<StatCounterObject>> {
    receiver::<StatCounterObject>(vm, args, "StatCounter")
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [values] = arguments(args);
    let mut counter = StatCounter::default();
    if let Some(values) = optional(values) {
        let values = vm.iter(&values)?;
        while let Some(value) = vm.next(&values)? {
            counter.merge(vm, &value)?;
        }
    }
    Ok(object_of(class, StatCounterObject(RefCell::new(counter))))
}

fn merge(vm: &mut Vm, args: Args) -> Result<Value> {
    let (counter, own) = (this(vm, &args)?, args[0].clone());
    let [value] = arguments(args);
    let mut merged = counter.0.borrow().clone();
    merged.merge(vm, &value)?;
    *counter.0.borrow_mut() = merged;
    Ok(own)
}

fn merge_stats(vm: &mut Vm, args: Args) -> Result<Value> {
    let (counter, own) = (this(vm, &args)?, args[0].clone());
    let [other] = arguments(args);
    let Some(other) = data::<StatCounterObject>(&other) else {
        let class = Value::Class(vm.class_of(&other));
        let class = vm.repr(&class)?;
        return Err(vm.type_error(format!("Can only merge StatCounter but got {class}")));
    };
    let other = other.0.borrow().clone();
    counter.0.borrow_mut().merge_stats(&other);
    Ok(own)
}

fn copy(vm: &mut Vm, args: Args) -> Result<Value> {
    let counter = this(vm, &args)?.0.borrow().clone();
    Ok(value_of(vm, counter))
}

fn count(vm: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::Int(this(vm, &args)?.0.borrow().count as i64))
}

fn float(vm: &mut Vm, args: &Args, of: impl Fn(&StatCounter) -> f64) -> Result<Value> {
    Ok(Value::Float(of(&this(vm, args)?.0.borrow())))
}

/// The square root, which NumPy takes.
fn deviation(vm: &mut Vm, args: &Args, of: impl Fn(&StatCounter) -> f64) -> Result<Value> {
    let deviation = of(&this(vm, args)?.0.borrow());
    Ok(float64(vm, deviation))
}

/// The largest or smallest: what NumPy found, or Python's infinity if there was nothing to compare.
fn extreme(vm: &mut Vm, args: &Args, of: impl Fn(&StatCounter) -> f64) -> Result<Value> {
    let counter = this(vm, args)?.0.borrow().clone();
    Ok(extreme_of(vm, &counter, of(&counter)))
}

fn extreme_of(vm: &mut Vm, counter: &StatCounter, extreme: f64) -> Value {
    match counter.count {
        0 => Value::Float(extreme),
        _ => float64(vm, extreme),
    }
}

/// As PySpark has it, `sample=True` gives the population's deviation and `False` the sample's.
fn as_dict(vm: &mut Vm, args: Args) -> Result<Value> {
    let counter = this(vm, &args)?.0.borrow().clone();
    let [sample] = arguments(args);
    let (stdev, variance) = match vm.truth(&sample)? {
        true => (counter.stdev(), counter.variance()),
        false => (counter.sample_stdev(), counter.sample_variance()),
    };
    let dict = Dict::new();
    dict.set_str("count", Value::Int(counter.count as i64));
    dict.set_str("mean", Value::Float(counter.mean));
    dict.set_str("sum", Value::Float(counter.sum()));
    dict.set_str("min", extreme_of(vm, &counter, counter.min));
    dict.set_str("max", extreme_of(vm, &counter, counter.max));
    dict.set_str("stdev", float64(vm, stdev));
    dict.set_str("variance", Value::Float(variance));
    Ok(Value::Dict(Rc::new(dict)))
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let counter = this(vm, &args)?.0.borrow().clone();
    let mut texts = Vec::new();
    for value in [counter.mean, counter.stdev(), counter.max, counter.min] {
        texts.push(vm.str(&Value::Float(value))?);
    }
    let [mean, stdev, max, min] = &texts[..] else {
        unreachable!("four numbers give four texts");
    };
    Ok(Value::from(format!(
        "(count: {}, mean: {mean}, stdev: {stdev}, max: {max}, min: {min})",
        counter.count
    )))
}
