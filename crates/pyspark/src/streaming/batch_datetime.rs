//! Batch times as the program sees them: naive `datetime` objects.

use brooklet_engine::dstream::BatchTime;
use brooklet_python::{Result, Value, Vm};

/// `datetime.fromtimestamp(ms / 1000.0)`.
///
/// # Errors
/// `OverflowError` and the like for times that `datetime` does not know.
pub(crate) fn datetime_of(vm: &mut Vm, time: BatchTime) -> Result<Value> {
    let class = datetime_class(vm)?;
    let seconds = Value::Float(time.millis() as f64 / 1000.0);
    let make = vm.get_attribute(&class, "fromtimestamp")?;
    vm.call_one(&make, seconds)
}

/// A `datetime` (to the second) or a number of seconds as a batch time.
///
/// # Errors
/// `TypeError` for anything else.
pub(crate) fn batch_time_of(vm: &mut Vm, value: &Value) -> Result<BatchTime> {
    let class = datetime_class(vm)?;
    let is_datetime = match &class {
        Value::Class(class) => vm.is_instance(value, class),
        _ => false,
    };
    if !is_datetime {
        return super::arguments::milliseconds(vm, value).map(BatchTime);
    }
    let timestamp = vm.get_attribute(value, "timestamp")?;
    let seconds = vm.call(&timestamp, brooklet_python::Args::none())?;
    let seconds = vm.to_f64(&seconds)?.floor();
    Ok(BatchTime(seconds as i64 * 1000))
}

fn datetime_class(vm: &mut Vm) -> Result<Value> {
    let module = Value::Module(vm.import("datetime")?);
    vm.get_attribute(&module, "datetime")
}
