//! `LinearRegressionModel`.

use std::rc::Rc;

use brooklet_numpy::float64;
use brooklet_pyspark_api::mllib::{
    LINEAR_MODEL, LINEAR_REGRESSION_MODEL, LINEAR_REGRESSION_MODEL_BASE,
};
use brooklet_python::native_class::object_of;
use brooklet_python::value::{ClassBuilder, Layout};
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::linear_model::{self, LinearModel, Purpose};
use super::persistence::{self, Format};
use super::vector::to_vector;
use crate::binding::{arguments, constructor, methods};
use crate::bridge::rdd_of;

struct RegressionClass(Rc<Class>);

/// The class `LinearRegressionModel`.
pub(super) fn class(vm: &mut Vm) -> Rc<Class> {
    let base = linear_model::class(vm);
    let made = vm.extension(move || {
        let builder = ClassBuilder::new("pyspark.mllib.regression", "LinearRegressionModel", &base)
            .layout(Layout::Native)
            .constructor(constructor![LINEAR_MODEL => new])
            .methods(methods![LINEAR_REGRESSION_MODEL_BASE; "predict" => predict])
            .methods(methods![LINEAR_REGRESSION_MODEL; "save" => save])
            .class_methods(methods![LINEAR_REGRESSION_MODEL;
                "load" => load,
            ]);
        RegressionClass(builder.build())
    });
    made.0.clone()
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [weights, intercept] = arguments(args);
    let model = LinearModel::new(vm, weights, intercept, Purpose::Regression)?;
    Ok(object_of(class, model))
}

const FORMAT: Format = Format {
    class: "org.apache.spark.mllib.regression.LinearRegressionModel",
    version: "1.0",
};

fn save(vm: &mut Vm, args: Args) -> Result<Value> {
    let model = linear_model::this(vm, &args)?;
    let weights = model.weights(vm)?.components();
    let about = format!("\"numFeatures\":{}", weights.len());
    let rows = [vec![model.intercept], weights];
    persistence::save(vm, args, &FORMAT, &about, &rows)
}

fn load(vm: &mut Vm, args: Args) -> Result<Value> {
    let rows = persistence::load(vm, args, &FORMAT)?;
    Ok(LinearModel::of_rows(vm, rows, Purpose::Regression))
}

/// `predict(x)`: a number for a vector, an RDD of numbers for an RDD of vectors.
fn predict(vm: &mut Vm, args: Args) -> Result<Value> {
    let (own, model) = (args[0].clone(), linear_model::this(vm, &args)?);
    let [x] = arguments(args);
    if rdd_of(&x).is_some() {
        let predict = vm.get_attribute(&own, "predict")?;
        return vm.call_method(&x, "map", Args::one(predict));
    }
    let x = to_vector(vm, &x)?;
    let prediction = model.margin(vm, &x)?;
    Ok(float64(vm, prediction))
}
