//! Methods that run jobs and bring records, or what they come to, to the driver.

use std::rc::Rc;

use brooklet_python::value::{Dict, NativeFn};
use brooklet_python::{Args, Result, Value, Vm};

use super::{RUN_JOB, called, collected, failed, for_job, this};
use crate::core::arguments::{given, optional};
use crate::driver::DriverState;
use brooklet_python::modules::signature::bind;

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("collect", collect),
    ("collectWithJobGroup", collect_with_job_group),
    ("collectAsMap", collect_as_map),
    ("toLocalIterator", to_local_iterator),
    ("take", take),
    ("first", first),
    ("isEmpty", is_empty),
    ("top", top),
    ("takeOrdered", take_ordered),
    ("lookup", lookup),
    ("reduce", reduce),
    ("treeReduce", tree_reduce),
    ("fold", fold),
    ("aggregate", aggregate),
    ("treeAggregate", tree_aggregate),
    ("reduceByKeyLocally", reduce_by_key_locally),
    ("countByKey", count_by_key),
    ("countByValue", count_by_value),
    ("foreach", foreach),
    ("foreachPartition", foreach_partition),
    ("saveAsTextFile", save_as_text_file),
    ("saveAsPickleFile", save_as_pickle_file),
];

fn collect(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    bind(vm, args, "RDD.collect", 1, [], 0)?;
    let records = rdd.collect(vm);
    called(vm, records).map(Value::list)
}

fn collect_with_job_group(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let names = ["groupId", "description", "interruptOnCancel"];
    bind(vm, args, "RDD.collectWithJobGroup", 1, names, 2)?;
    let records = rdd.collect(vm);
    called(vm, records).map(Value::list)
}

fn collect_as_map(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    bind(vm, args, "RDD.collectAsMap", 1, [], 0)?;
    let records = rdd.collect(vm);
    let records = called(vm, records)?;
    let dict = Value::Class(vm.types.dict.clone());
    vm.call_one(&dict, Value::list(records))
}

fn to_local_iterator(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let names = ["prefetchPartitions"];
    bind(vm, args, "RDD.toLocalIterator", 1, names, 0)?;
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

/// `num`: how many records.
fn number(vm: &mut Vm, number: Option<Value>) -> Result<i64> {
    vm.to_i64(&given(number))
}

fn take(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = for_job(vm, &args, "sc")?;
    let [count] = bind(vm, args, "RDD.take", 1, ["num"], 1)?;
    let count = given(count);
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
    bind(vm, args, "RDD.first", 1, [], 0)?;
    let record = rdd.first(vm);
    record.map_err(|error| failed(vm, error, RUN_JOB))
}

fn is_empty(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = for_job(vm, &args, "sc")?;
    bind(vm, args, "RDD.isEmpty", 1, [], 0)?;
    let empty = rdd.is_empty(vm);
    let empty = empty.map_err(|error| failed(vm, error, RUN_JOB))?;
    Ok(Value::Bool(empty))
}

fn top(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [count, key] = bind(vm, args, "RDD.top", 1, ["num", "key"], 1)?;
    let count = number(vm, count)?;
    let records = rdd.top(vm, count, optional(key).as_ref());
    called(vm, records).map(Value::list)
}

fn take_ordered(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [count, key] = bind(vm, args, "RDD.takeOrdered", 1, ["num", "key"], 1)?;
    let count = number(vm, count)?;
    let records = rdd.take_ordered(vm, count, optional(key).as_ref());
    called(vm, records).map(Value::list)
}

fn lookup(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [key] = bind(vm, args, "RDD.lookup", 1, ["key"], 1)?;
    let values = rdd.lookup(vm, &given(key));
    called(vm, values).map(Value::list)
}

fn reduce(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [function] = bind(vm, args, "RDD.reduce", 1, ["f"], 1)?;
    let reduced = rdd.reduce(vm, &given(function));
    called(vm, reduced)
}

/// `depth`, 2 when left out.
fn depth(vm: &mut Vm, depth: Option<Value>) -> Result<i64> {
    match depth {
        Some(depth) => vm.to_i64(&depth),
        None => Ok(2),
    }
}

fn tree_reduce(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [function, levels] = bind(vm, args, "RDD.treeReduce", 1, ["f", "depth"], 1)?;
    let levels = depth(vm, levels)?;
    let reduced = rdd.tree_reduce(vm, &given(function), levels);
    called(vm, reduced)
}

fn fold(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [zero, function] = bind(vm, args, "RDD.fold", 1, ["zeroValue", "op"], 2)?;
    let folded = rdd.fold(vm, &given(zero), &given(function));
    called(vm, folded)
}

fn aggregate(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let names = ["zeroValue", "seqOp", "combOp"];
    let values = bind(vm, args, "RDD.aggregate", 1, names, 3)?.map(given);
    let folded = rdd.aggregate(vm, &values[0], &values[1], &values[2]);
    called(vm, folded)
}

fn tree_aggregate(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let names = ["zeroValue", "seqOp", "combOp", "depth"];
    let [zero, sequence, combine, levels] = bind(vm, args, "RDD.treeAggregate", 1, names, 3)?;
    let values = [zero, sequence, combine].map(given);
    let levels = depth(vm, levels)?;
    let folded = rdd.tree_aggregate(vm, &values[0], &values[1], &values[2], levels);
    called(vm, folded)
}

fn reduce_by_key_locally(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [function] = bind(vm, args, "RDD.reduceByKeyLocally", 1, ["func"], 1)?;
    let reduced = rdd.reduce_by_key_locally(vm, &given(function));
    called(vm, reduced)
}

fn count_by_key(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    bind(vm, args, "RDD.countByKey", 1, [], 0)?;
    let counts = rdd.count_by_key(vm);
    let counts = called(vm, counts)?;
    defaultdict(vm, counts)
}

fn count_by_value(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    bind(vm, args, "RDD.countByValue", 1, [], 0)?;
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
    let [function] = bind(vm, args, "RDD.foreach", 1, ["f"], 1)?;
    let done = rdd.foreach(vm, &given(function));
    called(vm, done)?;
    Ok(Value::None)
}

fn foreach_partition(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = collected(vm, &args)?;
    let [function] = bind(vm, args, "RDD.foreachPartition", 1, ["f"], 1)?;
    let done = rdd.foreach_partition(vm, &given(function));
    called(vm, done)?;
    Ok(Value::None)
}

fn save_as_text_file(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd = this(vm, &args)?;
    let names = ["path", "compressionCodecClass"];
    let [path, codec] = bind(vm, args, "RDD.saveAsTextFile", 1, names, 1)?;
    if optional(codec).is_some() {
        let instead = "save without compressionCodecClass";
        return Err(crate::core::unavailable::unavailable(
            vm,
            "RDD.saveAsTextFile with a compression codec",
            instead,
        ));
    }
    let path = vm.str(&given(path))?;
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
    let names = ["path", "batchSize"];
    let [path, batch] = bind(vm, args, "RDD.saveAsPickleFile", 1, names, 1)?;
    let path = vm.str(&given(path))?;
    let batch = match batch {
        Some(batch) => usize::try_from(vm.to_i64(&batch)?).unwrap_or(usize::MAX),
        None => 10,
    };
    let into_existing = is_in_output(vm);
    let saved = rdd.save_as_pickle_file(vm, &path, batch, into_existing);
    saved.map_err(|error| failed(vm, error, "o0.saveAsObjectFile"))?;
    Ok(Value::None)
}
