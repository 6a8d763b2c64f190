//! Gradient descent over an RDD, which the trainers in Python call.

use brooklet_engine::Error;
use brooklet_mllib::{Gradient, GradientDescent, LabeledPoints, Updater};
use brooklet_python::{Args, Result, Value, Vm};

use super::training_data::labeled_points;
use crate::bridge::rdd_of;
use crate::java;

/// `_descend(points, weights, loss, penalty, settings, validates, called)`: the weights, a list, that fit
/// an RDD of labelled points. `settings` are the iterations, the step, the regularisation, the fraction of
/// points and the tolerance; `called` is what messages call the method of the JVM side.
pub(super) fn descend(vm: &mut Vm, args: Args) -> Result<Value> {
    let called = vm.str(&args[6])?;
    let validates = vm.truth(&args[5])?;
    let mut numbers = |value: &Value| -> Result<Vec<f64>> {
        let items = vm.collect(value)?;
        items.iter().map(|item| vm.to_f64(item)).collect()
    };
    let (weights, settings) = (numbers(&args[1])?, numbers(&args[4])?);
    let [
        iterations,
        step_size,
        regularisation,
        batch_fraction,
        tolerance,
    ] = settings[..]
    else {
        return Err(vm.type_error("a descent has five settings"));
    };
    let updater = match args[3].as_str() {
        Some("l1") => Updater::L1(regularisation),
        Some("l2") => Updater::SquaredL2(regularisation),
        None | Some("none") => Updater::Simple,
        Some(_) => {
            let failure = Error::Java {
                class: "java.lang.IllegalArgumentException",
                message:
                    "Invalid value for 'regType' parameter. Can only be initialized using the \
                          following string values: ['l1', 'l2', None]."
                        .to_string(),
            };
            return Err(java::raise(vm, failure, &called));
        }
    };
    let descent = GradientDescent {
        gradient: match args[2].as_str() {
            Some("hinge") => Gradient::Hinge,
            Some("logistic") => Gradient::Logistic,
            _ => Gradient::LeastSquares,
        },
        updater,
        step_size,
        iterations: iterations.max(0.0) as usize,
        batch_fraction,
        tolerance,
    };
    let Some(rdd) = rdd_of(&args[0]) else {
        return Err(vm.type_error("data should be an RDD of LabeledPoint"));
    };
    let points = descent
        .check()
        .and_then(|()| labeled_points(vm, &rdd, weights.len()))
        .and_then(
            |points| match validates && !points.iter().all(LabeledPoints::has_two_classes) {
                true => Err(invalid_input()),
                false => Ok(points),
            },
        )
        .map_err(|error| java::raise(vm, error, &called))?;
    let fitted = descent.run(&points, weights);
    Ok(Value::list(fitted.into_iter().map(Value::Float).collect()))
}

/// What Spark throws for labels that are no classes.
pub(super) fn invalid_input() -> Error {
    Error::Java {
        class: "org.apache.spark.SparkException",
        message: "Input validation failed.".to_string(),
    }
}
