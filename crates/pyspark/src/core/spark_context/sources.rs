//! What a `SparkContext` makes: RDDs from records, broadcast variables, accumulators.

use brooklet_pyspark_api::core::SPARK_CONTEXT;
use brooklet_python::value::{ClassBuilder, Range};
use brooklet_python::{Args, Result, Value, Vm};

use super::{NextAccumulator, this};
use crate::binding::{arguments, methods};
use crate::core::accumulator::accumulator;
use crate::core::arguments::optional;
use crate::core::broadcast::broadcast;
use crate::core::rdd::{called, rdd_of, value_of};

pub(super) fn define(class: ClassBuilder) -> ClassBuilder {
    class.methods(methods![SPARK_CONTEXT;
        "parallelize" => parallelize,
        "range" => range,
        "emptyRDD" => empty_rdd,
        "union" => union,
        "runJob" => run_job,
        "broadcast" => make_broadcast,
        "accumulator" => make_accumulator,
    ])
}

fn parallelize(vm: &mut Vm, args: Args) -> Result<Value> {
    let engine = this(vm, &args)?.engine(vm)?;
    let [records, slices] = arguments(args);
    let slices = match optional(slices) {
        Some(slices) => slice_count(vm, &slices)?,
        None => engine.default_parallelism() as i64,
    };
    parallelized(vm, &engine, &records, slices)
}

fn slice_count(vm: &mut Vm, slices: &Value) -> Result<i64> {
    let int = Value::Class(vm.types.int.clone());
    let slices = vm.call_one(&int, slices.clone())?;
    vm.to_i64(&slices)
}

/// An RDD of a collection, as `parallelize` makes it.
fn parallelized(
    vm: &mut Vm,
    engine: &std::rc::Rc<brooklet_engine::Context>,
    records: &Value,
    slices: i64,
) -> Result<Value> {
    if slices == 0 {
        return Err(vm.zero_division("integer division or modulo by zero"));
    }
    let Ok(slices) = usize::try_from(slices) else {
        let failure = brooklet_engine::Error::Java {
            class: "java.lang.IllegalArgumentException",
            message: "Positive number of partitions required".to_string(),
        };
        return called(vm, Err(failure));
    };
    let rdd = match records {
        Value::Range(range) => engine.range(**range, slices),
        records => {
            let records = vm.collect(records)?;
            let made = engine.parallelize(vm, &records, slices);
            called(vm, made)?
        }
    };
    Ok(value_of(vm, rdd))
}

fn range(vm: &mut Vm, args: Args) -> Result<Value> {
    let engine = this(vm, &args)?.engine(vm)?;
    let [start, end, step, slices] = arguments(args);
    let mut start = vm.to_i64(&start)?;
    let stop = match optional(end) {
        Some(end) => vm.to_i64(&end)?,
        None => std::mem::take(&mut start),
    };
    let step = vm.to_i64(&step)?;
    if step == 0 {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    let slices = match optional(slices) {
        Some(slices) => slice_count(vm, &slices)?,
        None => engine.default_parallelism() as i64,
    };
    let range = Value::Range(std::rc::Rc::new(Range { start, stop, step }));
    parallelized(vm, &engine, &range, slices)
}

fn empty_rdd(vm: &mut Vm, args: Args) -> Result<Value> {
    let empty = this(vm, &args)?.engine(vm)?.empty();
    Ok(value_of(vm, empty))
}

fn union(vm: &mut Vm, args: Args) -> Result<Value> {
    let engine = this(vm, &args)?.engine(vm)?;
    let [rdds] = arguments(args);
    vm.get_item(&rdds, &Value::Int(0))?;
    let rdds = vm.collect(&rdds)?;
    let mut parts = Vec::with_capacity(rdds.len());
    for rdd in &rdds {
        match rdd_of(rdd) {
            Some(rdd) => parts.push(rdd),
            None => {
                let class = vm.type_name(rdd);
                let message = format!("'{class}' object has no attribute '_jrdd_deserializer'");
                return Err(vm.attribute_error(message));
            }
        }
    }
    let union = engine.union(vm, &parts);
    let union = called(vm, union)?;
    Ok(value_of(vm, union))
}

fn run_job(vm: &mut Vm, args: Args) -> Result<Value> {
    this(vm, &args)?.engine(vm)?;
    let [rdd, function, partitions, _] = arguments(args);
    let Some(rdd) = rdd_of(&rdd) else {
        let class = vm.type_name(&rdd);
        let message = format!("'{class}' object has no attribute 'mapPartitions'");
        return Err(vm.attribute_error(message));
    };
    let mut wanted = Vec::new();
    match optional(partitions) {
        Some(partitions) => {
            for partition in vm.collect(&partitions)? {
                let at = usize::try_from(vm.to_i64(&partition)?).unwrap_or(usize::MAX);
                if at >= rdd.partitions() {
                    return Err(vm.index_error("partition index out of range"));
                }
                wanted.push(at);
            }
        }
        None => wanted.extend(0..rdd.partitions()),
    }
    let mapped = rdd.map_partitions(&function, false);
    let records = mapped.run_job(vm, &wanted);
    called(vm, records).map(Value::list)
}

fn make_broadcast(vm: &mut Vm, args: Args) -> Result<Value> {
    let context = this(vm, &args)?;
    context.engine(vm)?;
    let [value] = arguments(args);
    let id = context
        .next_broadcast
        .replace(context.next_broadcast.get() + 1);
    broadcast(vm, id, &value)
}

fn make_accumulator(vm: &mut Vm, args: Args) -> Result<Value> {
    let [value, param] = arguments(args);
    let next = vm.extension(NextAccumulator::default);
    let made = accumulator(vm, next.0.get(), &value, param)?;
    next.0.set(next.0.get() + 1);
    Ok(made)
}
