//! `pprint`, `foreachRDD`, `saveAsTextFiles`: the outputs.

use brooklet_engine::dstream::{BatchTime, OutputAction, OutputSite};
use brooklet_engine::{Error, Rdd};
use brooklet_protocol::RecordPage;
use brooklet_pyspark_api::streaming::DSTREAM;
use brooklet_python::value::NativeFn;
use brooklet_python::vm::{ExceptionKind, Stream};
use brooklet_python::{Args, Result, Value, Vm};
use brooklet_python_compiler::bytecode::BinaryOp;

use super::transforms::driver_function;
use super::{ProgramStream, raised, receiver};
use crate::advice;
use crate::batch_text::date_time;
use crate::binding::{arguments, methods};
use crate::bridge::{rdd_of, rdd_value, save_as_text_file};
use crate::core::arguments::optional;
use crate::core::remote_path::local_path;
use crate::java;
use crate::record_table::record_table;
use crate::state::DriverState;
use crate::streaming::arguments::argument_count;
use crate::streaming::batch_datetime::datetime_of;

pub(super) const METHODS: &[(&str, NativeFn)] = methods![DSTREAM;
    "pprint" => pprint,
    "foreachRDD" => foreach_rdd,
    "saveAsTextFiles" => save_as_text_files,
];

const RULE: &str = "-------------------------------------------";

/// What messages call the Java method that runs jobs.
const RUN_JOB: &str = "z:org.apache.spark.api.python.PythonRDD.runJob";

pub(super) fn register(
    vm: &mut Vm,
    this: &ProgramStream,
    operator: &'static str,
    functions: Vec<Value>,
    action: OutputAction,
) -> Result<Value> {
    let site = OutputSite {
        operator,
        span: vm.current_span(),
        stream: this.id,
    };
    let registered = this.stream.foreach_rdd(site, functions, action);
    raised(vm, registered, "foreachRDD")?;
    Ok(Value::None)
}

fn pprint(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [num] = arguments(args);
    let action = Box::new(move |vm: &mut Vm, time: BatchTime, rdd: &Rdd| {
        let one_more = vm.binary(BinaryOp::Add, &num, &Value::Int(1))?;
        let num = vm.to_i64(&one_more)? - 1;
        let taken = rdd
            .take(vm, num + 1)
            .map_err(|error| Error::Raised(java::raise(vm, error, RUN_JOB)))?;
        print_taken(vm, time, &taken, num)
    });
    register(vm, &this, "pprint", Vec::new(), action)
}

/// Prints the batch's time and the first records; says with `...` that there are more.
fn print_taken(
    vm: &mut Vm,
    time: BatchTime,
    taken: &[Value],
    num: i64,
) -> brooklet_engine::Result<()> {
    let shown = match usize::try_from(num) {
        Ok(num) => num.min(taken.len()),
        Err(_) => taken.len().saturating_sub(num.unsigned_abs() as usize),
    };
    let host = vm.host.clone();
    let time = date_time(time.millis());
    host.write(Stream::Out, &format!("{RULE}\nTime: {time}\n{RULE}\n"));
    for record in &taken[..shown] {
        let text = vm.str(record)?;
        host.write(Stream::Out, &format!("{text}\n"));
    }
    let more = taken.len() as i64 > num;
    host.write(Stream::Out, if more { "...\n\n" } else { "\n" });
    if let Some(state) = DriverState::of(vm) {
        let columns = record_table(vm, &taken[..shown]);
        *state.output_records.borrow_mut() = Some(RecordPage {
            columns,
            total: taken.len() as u64,
            more,
        });
    }
    Ok(())
}

/// `foreachRDD(func)`: `func(rdd)` if it takes one parameter, else `func(time, rdd)`.
fn foreach_rdd(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [func] = arguments(args);
    let timed = argument_count(vm, &func)? != 1;
    let called = driver_function(vm, &this, &func)?;
    let action = Box::new(move |vm: &mut Vm, time: BatchTime, rdd: &Rdd| {
        let (rdd, called) = (rdd_value(vm, rdd), called.get());
        let result = match timed {
            true => {
                let time = datetime_of(vm, time)?;
                vm.call_two(&called, time, rdd)?
            }
            false => vm.call_one(&called, rdd)?,
        };
        refuse_result(vm, &result)
    });
    register(vm, &this, "foreachRDD", vec![func], action)
}

/// What the function gives is taken for an RDD if it is truthy: anything else fails the output,
/// though all its effects are there.
fn refuse_result(vm: &mut Vm, result: &Value) -> brooklet_engine::Result<()> {
    if rdd_of(result).is_some() || !vm.truth(result)? {
        return Ok(());
    }
    let class = vm.type_name(result);
    let message = format!("'{class}' object has no attribute '_jrdd'");
    Err(Error::Raised(
        vm.error(ExceptionKind::AttributeError, message),
    ))
}

/// `saveAsTextFiles(prefix, suffix=None)`: a folder `prefix-MS[.suffix]` a batch.
fn save_as_text_files(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [prefix, suffix] = arguments(args);
    let prefix = local_path(vm, "DStream.saveAsTextFiles", &prefix)?;
    let suffix = match optional(suffix) {
        Some(suffix) => format!(".{}", vm.str(&suffix)?),
        None => String::new(),
    };
    let action = Box::new(move |vm: &mut Vm, time: BatchTime, rdd: &Rdd| {
        let path = format!("{prefix}-{}{suffix}", time.millis());
        save_as_text_file(vm, rdd, &path)
    });
    let about = vm.current_span();
    advice::FOLDER_A_BATCH.give(vm, about);
    register(vm, &this, "saveAsTextFiles", Vec::new(), action)
}
