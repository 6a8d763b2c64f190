//! `LogisticRegressionModel`.

use std::cell::RefCell;
use std::rc::Rc;

use brooklet_numpy::dot_product;
use brooklet_pyspark_api::mllib::{LINEAR_CLASSIFICATION_MODEL, LOGISTIC_REGRESSION_MODEL};
use brooklet_python::native_class::object_of;
use brooklet_python::value::{ClassBuilder, Layout};
use brooklet_python::{Args, Class, Result, Value, Vm};
use brooklet_python_compiler::bytecode::CompareOp;

use super::exponential::exp;
use super::linear_model::{self, LinearModel, Purpose};
use super::persistence::{self, Format};
use super::vector::{Vector, assertion, to_vector};
use crate::binding::{arguments, constructor, methods, properties};
use crate::bridge::rdd_of;

struct ClassificationClass(Rc<Class>);

/// The class `LogisticRegressionModel`.
pub(super) fn class(vm: &mut Vm) -> Rc<Class> {
    let base = linear_model::class(vm);
    let made = vm.extension(move || {
        let module = "pyspark.mllib.classification";
        let builder = ClassBuilder::new(module, "LogisticRegressionModel", &base)
            .layout(Layout::Native)
            .constructor(constructor![LOGISTIC_REGRESSION_MODEL => new])
            .properties(properties![LOGISTIC_REGRESSION_MODEL;
                "numFeatures" => |vm, args| {
                    let model = linear_model::this(vm, &args)?;
                    Ok(Value::Int(classification(&model).0))
                },
                "numClasses" => |vm, args| {
                    let model = linear_model::this(vm, &args)?;
                    Ok(Value::Int(classification(&model).1))
                },
            ])
            .properties(properties![LINEAR_CLASSIFICATION_MODEL;
                "threshold" => |vm, args| {
                    let model = linear_model::this(vm, &args)?;
                    Ok(classification(&model).2)
                },
            ])
            .methods(methods![LINEAR_CLASSIFICATION_MODEL;
                "setThreshold" => |vm, args| {
                    let model = linear_model::this(vm, &args)?;
                    let [value] = arguments(args);
                    set_threshold(&model, value);
                    Ok(Value::None)
                },
                "clearThreshold" => |vm, args| {
                    let model = linear_model::this(vm, &args)?;
                    set_threshold(&model, Value::None);
                    Ok(Value::None)
                },
            ])
            .methods(methods![LOGISTIC_REGRESSION_MODEL;
                "predict" => predict,
                "save" => save,
            ])
            .methods(&[("__repr__", repr)])
            .class_methods(methods![LOGISTIC_REGRESSION_MODEL;
                "load" => load,
            ]);
        ClassificationClass(builder.build())
    });
    made.0.clone()
}

const FORMAT: Format = Format {
    class: "org.apache.spark.mllib.classification.LogisticRegressionModel",
    version: "1.0",
};

/// Spark saves the threshold that a model begins with, not the one that the program has set.
fn save(vm: &mut Vm, args: Args) -> Result<Value> {
    let model = linear_model::this(vm, &args)?;
    let (features, classes, _) = classification(&model);
    let about = format!("\"numFeatures\":{features},\"numClasses\":{classes}");
    let counts = vec![features as f64, classes as f64];
    let rows = [
        vec![model.intercept],
        model.weights(vm)?.components(),
        counts,
    ];
    persistence::save(vm, args, &FORMAT, &about, &rows)
}

fn load(vm: &mut Vm, args: Args) -> Result<Value> {
    let mut rows = persistence::load(vm, args, &FORMAT)?;
    let counts = rows.pop().unwrap_or_default();
    let count = |at: usize| counts.get(at).map_or(0, |count| *count as i64);
    let purpose = Purpose::Classification {
        features: count(0),
        classes: count(1),
        threshold: RefCell::new(Value::Float(0.5)),
    };
    Ok(LinearModel::of_rows(vm, rows, purpose))
}

/// How many features and classes there are, and the threshold.
fn classification(model: &LinearModel) -> (i64, i64, Value) {
    match &model.purpose {
        Purpose::Classification {
            features,
            classes,
            threshold,
        } => (*features, *classes, threshold.borrow().clone()),
        _ => (0, 0, Value::None),
    }
}

fn set_threshold(model: &LinearModel, value: Value) {
    if let Purpose::Classification { threshold, .. } = &model.purpose {
        *threshold.borrow_mut() = value;
    }
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [weights, intercept, features, classes] = arguments(args);
    let int = Value::Class(vm.types.int.clone());
    let features = vm.call_one(&int, features)?;
    let classes = vm.call_one(&int, classes)?;
    let purpose = Purpose::Classification {
        features: vm.to_i64(&features)?,
        classes: vm.to_i64(&classes)?,
        threshold: RefCell::new(Value::Float(0.5)),
    };
    let model = LinearModel::new(vm, weights, intercept, purpose)?;
    Ok(object_of(class, model))
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let model = linear_model::this(vm, &args)?;
    let (features, classes, threshold) = classification(&model);
    let intercept = vm.repr(&Value::Float(model.intercept))?;
    let threshold = vm.str(&threshold)?;
    Ok(Value::from(format!(
        "pyspark.mllib.LogisticRegressionModel: intercept = {intercept}, numFeatures = {features}, \
         numClasses = {classes}, threshold = {threshold}"
    )))
}

/// `predict(x)`: the class of a vector (its probability without a threshold), or an RDD of them.
fn predict(vm: &mut Vm, args: Args) -> Result<Value> {
    let (own, model) = (args[0].clone(), linear_model::this(vm, &args)?);
    let [x] = arguments(args);
    if rdd_of(&x).is_some() {
        let predict = vm.get_attribute(&own, "predict")?;
        return vm.call_method(&x, "map", Args::one(predict));
    }
    let x = to_vector(vm, &x)?;
    let (_, classes, threshold) = classification(&model);
    if classes != 2 {
        return Ok(Value::from(best_class(vm, &model, &x, classes)?));
    }
    let margin = model.margin(vm, &x)?;
    let probability = match margin > 0.0 {
        true => 1.0 / (1.0 + exp(vm, -margin)?),
        false => {
            let odds = exp(vm, margin)?;
            odds / (1.0 + odds)
        }
    };
    let probability = Value::Float(probability);
    if threshold.is_none() {
        return Ok(probability);
    }
    let above = vm.compare(CompareOp::Greater, &probability, &threshold)?;
    Ok(Value::Int(i64::from(vm.truth(&above)?)))
}

/// Of more than two classes the one with the largest margin; class 0 has margin 0.
fn best_class(vm: &mut Vm, model: &LinearModel, x: &Vector, classes: i64) -> Result<usize> {
    let weights = model.weights(vm)?.components();
    let x = x.components();
    let rows = usize::try_from(classes - 1).unwrap_or(0).max(1);
    let width = weights.len() / rows;
    let mut best = (0, 0.0);
    for (at, row) in weights.chunks_exact(width.max(1)).take(rows).enumerate() {
        let mut margin = dot_product(x.iter().zip(row));
        if x.len() + 1 == width {
            margin += row[x.len()];
        } else if x.len() != width {
            return Err(assertion(vm, "dimension mismatch"));
        }
        if margin > best.1 {
            best = (at + 1, margin);
        }
    }
    Ok(best.0)
}
