//! `StreamingLinearRegressionWithSGD` and `StreamingLogisticRegressionWithSGD`: models that every
//! batch trains on.

use std::cell::RefCell;
use std::rc::Rc;

use brooklet_engine::{Error, Rdd};
use brooklet_mllib::{Gradient, GradientDescent, LabeledPoints, Updater};
use brooklet_pyspark_api::mllib::{
    STREAMING_LINEAR_ALGORITHM, STREAMING_LINEAR_REGRESSION, STREAMING_LOGISTIC_REGRESSION,
};
use brooklet_python::native_class::{class, data};
use brooklet_python::value::{ClassBuilder, Layout};
use brooklet_python::{Args, Class, Result, Value, Vm};
use brooklet_source::Span;

use super::algorithm::{Algorithm, Kind, latest_model, predict_on, this};
use super::dense_vector;
use super::descent::invalid_input;
use super::labeled_point::LabeledPoint;
use super::learned::note_weights;
use super::linear_model::{LinearModel, Purpose};
use super::training_data::labeled_points;
use super::vector::to_vector_value;
use crate::binding::{arguments, constructor, methods};
use crate::java;
use crate::streaming::{is_dstream, register_output};

/// Weights that batches train.
pub(super) struct Linear;

/// An algorithm: the model as it is now.
pub(super) type StreamingLinearAlgorithm = Algorithm<Linear>;

impl Kind for Linear {
    const MODULE: &'static str = "pyspark.mllib.regression";
    const NAME: &'static str = "StreamingLinearAlgorithm";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(constructor![STREAMING_LINEAR_ALGORITHM => new])
            .methods(methods![STREAMING_LINEAR_ALGORITHM;
                "latestModel" => latest_model::<Linear>,
                "predictOn" => |vm, args| predict_on::<Linear>(vm, args, "predictOn"),
                "predictOnValues" => |vm, args| predict_on::<Linear>(vm, args, "predictOnValues"),
            ])
    }

    fn validate(vm: &mut Vm, algorithm: &StreamingLinearAlgorithm, dstream: &Value) -> Result<()> {
        if !is_dstream(dstream) {
            let class = Value::Class(vm.class_of(dstream));
            let class = vm.repr(&class)?;
            return Err(vm.type_error(format!("dstream should be a DStream object, got {class}")));
        }
        match algorithm.model().is_none() {
            true => Err(vm.value_error("Model must be initialized using setInitialWeights")),
            false => Ok(()),
        }
    }
}

struct RegressionClass(Rc<Class>);

/// The class `StreamingLinearRegressionWithSGD`.
pub(super) fn regression_class(vm: &mut Vm) -> Rc<Class> {
    let base = class::<StreamingLinearAlgorithm>(vm);
    let made = vm.extension(move || {
        let module = "pyspark.mllib.regression";
        let builder = ClassBuilder::new(module, "StreamingLinearRegressionWithSGD", &base)
            .layout(Layout::Native)
            .constructor(constructor![STREAMING_LINEAR_REGRESSION => new_regression])
            .methods(methods![STREAMING_LINEAR_REGRESSION;
                "setInitialWeights" => |vm, args| set_initial_weights(vm, args, false),
                "trainOn" => train_on,
            ]);
        RegressionClass(builder.build())
    });
    made.0.clone()
}

struct ClassificationClass(Rc<Class>);

/// The class `StreamingLogisticRegressionWithSGD`.
pub(super) fn classification_class(vm: &mut Vm) -> Rc<Class> {
    let base = class::<StreamingLinearAlgorithm>(vm);
    let made = vm.extension(move || {
        let module = "pyspark.mllib.classification";
        let builder = ClassBuilder::new(module, "StreamingLogisticRegressionWithSGD", &base)
            .layout(Layout::Native)
            .constructor(constructor![STREAMING_LOGISTIC_REGRESSION => new_classification])
            .methods(methods![STREAMING_LOGISTIC_REGRESSION;
                "setInitialWeights" => |vm, args| set_initial_weights(vm, args, true),
                "trainOn" => train_on,
            ]);
        ClassificationClass(builder.build())
    });
    made.0.clone()
}

fn new(_: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [model] = arguments(args);
    Ok(StreamingLinearAlgorithm::value(class, model))
}

fn new_regression(_: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [step, iterations, fraction, tolerance] = arguments(args);
    Ok(untrained(
        class,
        [
            ("stepSize", step),
            ("numIterations", iterations),
            ("miniBatchFraction", fraction),
            ("convergenceTol", tolerance),
        ],
    ))
}

fn new_classification(_: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [step, iterations, fraction, regularisation, tolerance] = arguments(args);
    Ok(untrained(
        class,
        [
            ("stepSize", step),
            ("numIterations", iterations),
            ("regParam", regularisation),
            ("miniBatchFraction", fraction),
            ("convergenceTol", tolerance),
        ],
    ))
}

fn untrained<const N: usize>(class: &Rc<Class>, settings: [(&str, Value); N]) -> Value {
    let algorithm = StreamingLinearAlgorithm::value(class, Value::None);
    if let Value::Instance(instance) = &algorithm {
        for (name, value) in settings {
            instance.attributes().set_str(name, value);
        }
    }
    algorithm
}

fn set_initial_weights(vm: &mut Vm, args: Args, classifies: bool) -> Result<Value> {
    let (own, algorithm) = (args[0].clone(), this::<Linear>(vm, &args)?);
    let [weights] = arguments(args);
    let weights = to_vector_value(vm, &weights)?;
    let purpose = match classifies {
        true => two_classes(vm.length(&weights)? as usize),
        false => Purpose::Regression,
    };
    let model = LinearModel::new(vm, weights, Value::Int(0), purpose)?;
    algorithm.set_model(model.into_value(vm));
    Ok(own)
}

fn two_classes(features: usize) -> Purpose {
    Purpose::Classification {
        features: features as i64,
        classes: 2,
        threshold: RefCell::new(Value::Float(0.5)),
    }
}

/// `trainOn(dstream)`: an output that replaces the model in every batch that is not empty.
fn train_on(vm: &mut Vm, args: Args) -> Result<Value> {
    let (own, algorithm) = (args[0].clone(), this::<Linear>(vm, &args)?);
    let [dstream] = arguments(args);
    Linear::validate(vm, &algorithm, &dstream)?;
    algorithm.usage.note_training(vm);
    let about = vm.current_span();
    let action = Box::new(move |vm: &mut Vm, _, rdd: &Rdd| {
        let trained = train(vm, &own, &algorithm, rdd, about);
        trained.map_err(|error| Error::Raised(java::raise(vm, error, TRAIN)))
    });
    register_output(vm, &dstream, "trainOn", action)
}

/// What messages call the method of the JVM side that trains.
const TRAIN: &str = "o48.trainLinearRegressionModelWithSGD";

fn train(
    vm: &mut Vm,
    own: &Value,
    algorithm: &StreamingLinearAlgorithm,
    rdd: &Rdd,
    about: Option<Span>,
) -> brooklet_engine::Result<()> {
    if rdd.is_empty(vm)? {
        return Ok(());
    }
    let first = rdd.first(vm)?;
    if data::<LabeledPoint>(&first).is_none() {
        let class = Value::Class(vm.class_of(&first));
        let class = vm.repr(&class)?;
        let message = format!("data should be an RDD of LabeledPoint, but got {class}");
        return Err(vm.type_error(message).into());
    }
    let latest = algorithm.model();
    let Some(latest) = data::<LinearModel>(&latest) else {
        return Err(vm.type_error("the model to train is no LinearModel").into());
    };
    let classifies = matches!(latest.purpose, Purpose::Classification { .. });
    let descent = descent(vm, own, classifies)?;
    descent.check()?;
    let weights = latest.weights(vm)?.components();
    let points = labeled_points(vm, rdd, weights.len())?;
    if classifies && !points.iter().all(LabeledPoints::has_two_classes) {
        return Err(invalid_input());
    }
    let weights = descent.run(&points, weights);
    note_weights(vm, &weights, about);
    let purpose = match classifies {
        true => two_classes(weights.len()),
        false => Purpose::Regression,
    };
    let trained = LinearModel {
        weights: dense_vector::of_numbers(vm, weights),
        intercept: 0.0,
        purpose,
    };
    algorithm.set_model(trained.into_value(vm));
    Ok(())
}

/// The settings, as the program has left them.
fn descent(vm: &mut Vm, own: &Value, classifies: bool) -> brooklet_engine::Result<GradientDescent> {
    let (float, int) = (vm.types.float.clone(), vm.types.int.clone());
    let mut setting = |name: &str, class: &Rc<Class>| {
        let value = vm.get_attribute(own, name)?;
        let value = vm.call_one(&Value::Class(class.clone()), value)?;
        vm.to_f64(&value)
    };
    let iterations = setting("numIterations", &int)?;
    if iterations < 0.0 {
        return Err(Error::Java {
            class: "java.lang.IllegalArgumentException",
            message: format!(
                "requirement failed: Number of iterations must be nonnegative but got {iterations}"
            ),
        });
    }
    let (gradient, updater) = match classifies {
        true => (
            Gradient::Logistic,
            Updater::SquaredL2(setting("regParam", &float)?),
        ),
        false => (Gradient::LeastSquares, Updater::Simple),
    };
    Ok(GradientDescent {
        gradient,
        updater,
        step_size: setting("stepSize", &float)?,
        iterations: iterations as usize,
        batch_fraction: setting("miniBatchFraction", &float)?,
        tolerance: setting("convergenceTol", &float)?,
    })
}
