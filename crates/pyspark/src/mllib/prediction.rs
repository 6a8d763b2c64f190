//! `predictOn` and `predictOnValues`, which all streaming models have.

use std::rc::Rc;

use brooklet_python::value::{Method, NativeFn};
use brooklet_python::{Result, Value, Vm};

use crate::streaming::define_step;

/// A step that predicts with the model as it is when the step's batch is generated: `predict` is
/// called as a method of the algorithm.
pub(super) fn prediction_step(
    vm: &mut Vm,
    algorithm: Value,
    dstream: &Value,
    operator: &'static str,
    predict: NativeFn,
) -> Result<Value> {
    let predict = Value::Method(Rc::new(Method {
        function: Value::native("predict", predict),
        receiver: algorithm,
    }));
    define_step(vm, dstream, operator, |stream| match operator {
        "predictOn" => stream.map(&predict, false),
        _ => stream.map_values(&predict),
    })
}
