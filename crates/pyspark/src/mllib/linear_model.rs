//! `LinearModel`: weights and an intercept; what regression and classification derive from.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_pyspark_api::mllib::LINEAR_MODEL;
use brooklet_python::native_class::{
    self, NativeClass, object_of, pickle_state, receiver, state_items,
};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{ClassBuilder, NativeData};
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::vector::{Vector, to_vector, to_vector_value};
use super::{dense_vector, linear_regression_model, logistic_regression_model};
use crate::binding::{arguments, constructor, properties};

/// What a model is for.
pub(super) enum Purpose {
    /// Nothing yet: the base class.
    None,
    Regression,
    Classification {
        features: i64,
        classes: i64,
        threshold: RefCell<Value>,
    },
}

/// The data of all linear models.
pub(super) struct LinearModel {
    pub(super) weights: Value,
    pub(super) intercept: f64,
    pub(super) purpose: Purpose,
}

impl LinearModel {
    /// A model of what the program gives for its weights and its intercept.
    pub(super) fn new(
        vm: &mut Vm,
        weights: Value,
        intercept: Value,
        purpose: Purpose,
    ) -> Result<LinearModel> {
        let weights = to_vector_value(vm, &weights)?;
        let float = Value::Class(vm.types.float.clone());
        let intercept = vm.call_one(&float, intercept)?;
        Ok(LinearModel {
            weights,
            intercept: vm.to_f64(&intercept)?,
            purpose,
        })
    }

    /// A model of the rows that were saved of it: its intercept, its weights.
    pub(super) fn of_rows(vm: &mut Vm, rows: Vec<Vec<f64>>, purpose: Purpose) -> Value {
        let mut rows = rows.into_iter();
        let intercept = rows.next().and_then(|row| row.first().copied());
        let model = LinearModel {
            weights: dense_vector::of_numbers(vm, rows.next().unwrap_or_default()),
            intercept: intercept.unwrap_or_default(),
            purpose,
        };
        model.into_value(vm)
    }

    pub(super) fn weights(&self, vm: &mut Vm) -> Result<Vector> {
        to_vector(vm, &self.weights)
    }

    /// `w · x + intercept`.
    pub(super) fn margin(&self, vm: &mut Vm, x: &Vector) -> Result<f64> {
        Ok(self.weights(vm)?.dot(vm, x)? + self.intercept)
    }

    /// The model as the program sees it.
    pub(super) fn into_value(self, vm: &mut Vm) -> Value {
        let class = match self.purpose {
            Purpose::None => class(vm),
            Purpose::Regression => linear_regression_model::class(vm),
            Purpose::Classification { .. } => logistic_regression_model::class(vm),
        };
        object_of(&class, self)
    }
}

impl NativeData for LinearModel {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let (purpose, features, classes, threshold) = match &self.purpose {
            Purpose::None => (0, 0, 0, Value::None),
            Purpose::Regression => (1, 0, 0, Value::None),
            Purpose::Classification {
                features,
                classes,
                threshold,
            } => (2, *features, *classes, threshold.borrow().clone()),
        };
        let state = Value::tuple(vec![
            self.weights.clone(),
            Value::Float(self.intercept),
            Value::Int(purpose),
            Value::Int(features),
            Value::Int(classes),
            threshold,
        ]);
        pickle_state(vm, &state, |vm, state| {
            let [weights, intercept, purpose, features, classes, threshold] = state_items(state);
            let purpose = match vm.to_i64(&purpose)? {
                0 => Purpose::None,
                1 => Purpose::Regression,
                _ => Purpose::Classification {
                    features: vm.to_i64(&features)?,
                    classes: vm.to_i64(&classes)?,
                    threshold: RefCell::new(threshold),
                },
            };
            let intercept = vm.to_f64(&intercept)?;
            let model = LinearModel {
                weights,
                intercept,
                purpose,
            };
            Ok(model.into_value(vm))
        })
    }
}

impl NativeClass for LinearModel {
    const MODULE: &'static str = "pyspark.mllib.regression";
    const NAME: &'static str = "LinearModel";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(constructor![LINEAR_MODEL => new])
            .properties(properties![LINEAR_MODEL;
                "weights" => |vm, args| Ok(this(vm, &args)?.weights.clone()),
                "intercept" => |vm, args| {
                    Ok(Value::Float(this(vm, &args)?.intercept))
                },
            ])
            .methods(&[("__repr__", |vm, args| {
                let model = this(vm, &args)?;
                let weights = vm.str(&model.weights)?;
                let intercept = vm.repr(&Value::Float(model.intercept))?;
                Ok(Value::from(format!(
                    "(weights={weights}, intercept={intercept})"
                )))
            })])
    }
}

/// The class `LinearModel`.
pub(super) fn class(vm: &mut Vm) -> Rc<Class> {
    native_class::class::<LinearModel>(vm)
}

pub(super) fn this(vm: &mut Vm, args: &Args) -> Result<Rc<LinearModel>> {
    receiver::<LinearModel>(vm, args, "LinearModel")
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [weights, intercept] = arguments(args);
    let model = LinearModel::new(vm, weights, intercept, Purpose::None)?;
    Ok(object_of(class, model))
}
