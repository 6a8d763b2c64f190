//! The operators of RDDs, one a file: what PySpark's Python layer builds from steps, shuffles and jobs.

mod aggregate_by_key;
mod cartesian;
mod cogroup;
mod collect;
mod combine_by_key;
mod count;
mod count_approx_distinct;
mod count_by_value;
mod describe;
mod distinct;
mod extremes;
mod filter;
mod first;
mod flat_map;
mod flat_map_values;
mod fold;
mod foreach;
mod glom;
mod group_by_key;
mod histogram;
mod inspect;
mod join;
mod key_by;
mod keys;
mod lookup;
mod map;
mod map_partitions;
mod map_values;
mod partial;
mod partition_by;
mod persist;
mod pickle_file;
mod range;
mod reduce;
mod reduce_by_key;
mod reduce_by_key_locally;
mod repartition;
mod sample;
mod save_as_text_file;
mod sort_by_key;
mod stats;
mod subtract;
mod sum;
mod take;
mod take_sample;
mod text_file;
mod top;
mod tree_aggregate;
mod union;
mod values;
mod zip;
mod zip_with_index;

pub use join::Join;
pub(crate) use map::identity_step;

use brooklet_python::value::Payload;
use brooklet_python::vm::{ExceptionKind, Result, Vm};
use brooklet_python::{Raise, Value};

use crate::task::stop_iteration;

const STOP: ExceptionKind = ExceptionKind::StopIteration;

/// Calls a function of the program; its `StopIteration` becomes the error that fails the task
/// (`pyspark.util.fail_on_stopiteration`).
pub(crate) fn call_guarded(vm: &mut Vm, function: &Value, argument: Value) -> Result<Value> {
    let called = vm.call_one(function, argument);
    guard(vm, called)
}

/// The same with two arguments.
pub(crate) fn call_two_guarded(
    vm: &mut Vm,
    function: &Value,
    first: Value,
    second: Value,
) -> Result<Value> {
    let called = vm.call_two(function, first, second);
    guard(vm, called)
}

fn guard(vm: &mut Vm, called: Result<Value>) -> Result<Value> {
    match called {
        Err(Raise::Exception(stop)) if stop.class.is_subclass(vm.types.exception(STOP)) => {
            let text = vm.str(&Value::Instance(stop.clone()))?;
            let raise = stop_iteration(vm, &text);
            if let Raise::Exception(exception) = &raise
                && let Payload::Exception(state) = &mut *exception.payload_mut()
            {
                state.context = Some(stop);
            }
            Err(raise)
        }
        called => called,
    }
}
