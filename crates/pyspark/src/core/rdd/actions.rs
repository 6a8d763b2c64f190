//! Methods that run jobs and bring records, or what they come to, to the driver.

use std::rc::Rc;

use brooklet_pyspark_api::core::RDD;
use brooklet_python::value::{Dict, NativeFn};
use brooklet_python::{Args, Result, Value, Vm};

use super::{RUN_JOB, called, collected, failed, for_job, this};
use crate::binding::{arguments, methods};
use crate::core::arguments::optional;
use crate::core::remote_path::local_path;
use crate::state::DriverState;

pub(super) const METHODS: &[(&str, NativeFn)] = methods![RDD;
    "collect" => collect,
    "collectWithJobGroup" => collect_with_job_group,
    "collectAsMap" => collect_as_map,
    "toLocalIterator" => to_local_iterator,
    "take" => take,
    "first" => first,
    "isEmpty" => is_empty,
    "top" => top,
    "takeOrdered" => take_ordered,
    "lookup" => lookup,
    "reduce" => reduce,
    "treeReduce" => tree_reduce,
    "fold" => fold,
    "aggregate" => aggregate,
    "treeAggregate" => tree_aggregate,
    "reduceByKeyLocally" => reduce_by_key_locally,
    "countByKey" => count_by_key,
    "countByValue" => count_by_value,
    "foreach" => foreach,
    "foreachPartition" => foreach_partition,
    "saveAsTextFile" => save_as_text_file,
    "saveAsPickleFile" => save_as_pickle_file,
    "saveAsSequenceFile" => save_as_sequence_file,
    "barrier" => barrier,
];

fn collect(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let records = rdd.collect(vm);
    called(vm, records).map(Value::list)
}

fn collect_with_job_group(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let context = vm.get_attribute(&args[0], "context")?;
    let group: [Value; 3] = arguments(args);
    vm.call_method(&context, "setJobGroup", Args::of(group))?;
    let records = rdd.collect(vm);
    called(vm, records).map(Value::list)
}

fn collect_as_map(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let records = rdd.collect(vm);
    let records = called(vm, records)?;
    let dict = Value::Class(vm.types.dict.clone());
    vm.call_one(&dict, Value::list(records))
}

fn to_local_iterator(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    Ok(Value::iterator("PyLocalIterable", LocalIterator::new(rdd)))
}

/// Computes a partition when its first record is asked for.
struct LocalIterator {
    rdd: brooklet_engine::Rdd,
    next: usize,
    records: std::vec::IntoIter<Value>,
}

impl LocalIterator {
    fn new(rdd: brooklet_engine::Rdd) -> LocalIterator {
        LocalIterator {
            rdd,
            next: 0,
            records: Vec::new().into_iter(),
        }
    }
}

impl brooklet_python::value::PyIterator for LocalIterator {
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        loop {
            if let Some(record) = self.records.next() {
                return Ok(Some(record));
            }
            if self.next >= self.rdd.partitions() {
                return Ok(None);
            }
            let records = self.rdd.run_job(vm, &[self.next]);
            self.records = called(vm, records)?.into_iter();
            self.next += 1;
        }
    }
}

fn take(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = for_job(vm, &args, "sc")?;
    let [count] = arguments(args);
    if !matches!(count, Value::Int(_)) {
        // What the method does first: it raises for what is no number.
        vm.less(&Value::Int(0), &count)?;
    }
    let count = vm.to_i64(&count)?;
    let records = rdd.take(vm, count);
    let records = records.map_err(|error| failed(vm, error, RUN_JOB))?;
    Ok(Value::list(records))
}

fn first(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = for_job(vm, &args, "sc")?;
    let record = rdd.first(vm);
    record.map_err(|error| failed(vm, error, RUN_JOB))
}

fn is_empty(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = for_job(vm, &args, "sc")?;
    let empty = rdd.is_empty(vm);
    let empty = empty.map_err(|error| failed(vm, error, RUN_JOB))?;
    Ok(Value::Bool(empty))
}

fn top(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [count, key] = arguments(args);
    let records = rdd.top(vm, &count, optional(key).as_ref());
    called(vm, records).map(Value::list)
}

fn take_ordered(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [count, key] = arguments(args);
    let records = rdd.take_ordered(vm, &count, optional(key).as_ref());
    called(vm, records).map(Value::list)
}

fn lookup(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [key] = arguments(args);
    let values = rdd.lookup(vm, &key);
    called(vm, values).map(Value::list)
}

fn reduce(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [function] = arguments(args);
    let reduced = rdd.reduce(vm, &function);
    called(vm, reduced)
}

fn tree_reduce(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [function, levels] = arguments(args);
    let levels = vm.to_i64(&levels)?;
    let reduced = rdd.tree_reduce(vm, &function, levels);
    called(vm, reduced)
}

fn fold(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [zero, function] = arguments(args);
    let folded = rdd.fold(vm, &zero, &function);
    called(vm, folded)
}

fn aggregate(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let values: [Value; 3] = arguments(args);
    let folded = rdd.aggregate(vm, &values[0], &values[1], &values[2]);
    called(vm, folded)
}

fn tree_aggregate(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [zero, sequence, combine, levels] = arguments(args);
    let values = [zero, sequence, combine];
    let levels = vm.to_i64(&levels)?;
    let folded = rdd.tree_aggregate(vm, &values[0], &values[1], &values[2], levels);
    called(vm, folded)
}

fn reduce_by_key_locally(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [function] = arguments(args);
    let reduced = rdd.reduce_by_key_locally(vm, &function);
    called(vm, reduced)
}

fn count_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let counts = rdd.count_by_key(vm);
    let counts = called(vm, counts)?;
    defaultdict(vm, counts)
}

fn count_by_value(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let counts = rdd.count_by_value(vm);
    let counts = called(vm, counts)?;
    defaultdict(vm, counts)
}

/// The counts as PySpark has them: `defaultdict(<class 'int'>, {…})`.
fn defaultdict(vm: &mut Vm, counts: Rc<Dict>) -> Result<Value> {
    let collections = Value::Module(vm.import("collections")?);
    let args = Args::two(Value::Class(vm.types.int.clone()), Value::Dict(counts));
    vm.call_method(&collections, "defaultdict", args)
}

fn foreach(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [function] = arguments(args);
    let done = rdd.foreach(vm, &function);
    called(vm, done)?;
    Ok(Value::None)
}

fn foreach_partition(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [function] = arguments(args);
    let done = rdd.foreach_partition(vm, &function);
    called(vm, done)?;
    Ok(Value::None)
}

fn save_as_text_file(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [path, codec] = arguments(args);
    if optional(codec).is_some() {
        let instead = "save without compressionCodecClass";
        return Err(crate::core::unavailable::unavailable(
            vm,
            "RDD.saveAsTextFile with a compression codec",
            instead,
        ));
    }
    let path = local_path(vm, "RDD.saveAsTextFile", &path)?;
    let into_existing = is_in_output(vm);
    let saved = rdd.save_as_text_file(vm, &path, into_existing);
    saved.map_err(|error| failed(vm, error, "o0.saveAsTextFile"))?;
    Ok(Value::None)
}

/// Whether a streaming job runs, which may save into folders that are there already
/// (`JobScheduler` turns the check of outputs off).
fn is_in_output(vm: &mut Vm) -> bool {
    DriverState::of(vm).is_some_and(|state| state.output.get().is_some())
}

fn save_as_pickle_file(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [path, batch] = arguments(args);
    let path = local_path(vm, "RDD.saveAsPickleFile", &path)?;
    let batch = usize::try_from(vm.to_i64(&batch)?).unwrap_or(usize::MAX);
    let into_existing = is_in_output(vm);
    let saved = rdd.save_as_pickle_file(vm, &path, batch, into_existing);
    saved.map_err(|error| failed(vm, error, "o0.saveAsObjectFile"))?;
    Ok(Value::None)
}

/// Pairs of texts and numbers, which `sequenceFile` reads again. Records never leave the program, so
/// that they are kept as a pickle file's are.
fn save_as_sequence_file(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let [path, _] = arguments(args);
    let path = local_path(vm, "RDD.saveAsSequenceFile", &path)?;
    let into_existing = is_in_output(vm);
    let pairs = rdd.map(&Value::native("writable", writable_pair), true);
    let saved = pairs.save_as_pickle_file(vm, &path, 0, into_existing);
    saved.map_err(|error| {
        failed(
            vm,
            error,
            "z:org.apache.spark.api.python.PythonRDD.saveAsSequenceFile",
        )
    })?;
    Ok(Value::None)
}

/// A record that a sequence file can hold: a pair of texts, numbers, bytes or `None`.
fn writable_pair(vm: &mut Vm, args: Args) -> Result<Value> {
    let record = args[0].clone();
    let items = match vm.unwrap_builtin(&record) {
        Value::Tuple(items) => items.to_vec(),
        Value::List(items) => items.to_vec(),
        _ => Vec::new(),
    };
    let is_writable = |item: &Value| {
        matches!(
            item,
            Value::None
                | Value::Bool(_)
                | Value::Int(_)
                | Value::Float(_)
                | Value::Str(_)
                | Value::Bytes(_)
        )
    };
    match &items[..] {
        [key, value] if is_writable(key) && is_writable(value) => Ok(Value::tuple(items)),
        _ => {
            let shown = vm.repr(&record)?;
            let message =
                format!("a sequence file has pairs of texts, numbers and bytes, and no {shown}");
            Err(vm.type_error(message))
        }
    }
}

/// `barrier()`: an `RDDBarrier`.
fn barrier(vm: &mut Vm, args: Args) -> Result<Value> {
    let module = vm.import("pyspark.barrier")?;
    let class = module.globals.get_str("RDDBarrier").unwrap_or_default();
    vm.call_one(&class, args[0].clone())
}
