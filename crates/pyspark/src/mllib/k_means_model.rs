//! `KMeansModel` and `StreamingKMeansModel`.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_engine::{Error, Rdd};
use brooklet_mllib::{Features, StreamingKMeans, TimeUnit};
use brooklet_numpy::{Array, float64};
use brooklet_pyspark_api::mllib::{K_MEANS_MODEL, STREAMING_K_MEANS_MODEL};
use brooklet_python::native_class::{
    NativeClass, class, object_of, pickle_state, receiver, state_items,
};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{ClassBuilder, Layout, NativeData};
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::dense_vector;
use super::persistence::{self, Format};
use super::training_data::vectors;
use super::vector::{to_vector, to_vector_value};
use crate::binding::{arguments, constructor, methods, properties};
use crate::bridge::rdd_of;
use crate::java;

/// A model: what was set for its centers (and weights), or what the last batch made of them.
pub(super) struct KMeansModel {
    centers: RefCell<Value>,
    /// `None` for a model that does not stream.
    weights: RefCell<Option<Value>>,
}

impl NativeData for KMeansModel {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let weights = self.weights.borrow().clone();
        let state = Value::tuple(vec![
            self.centers.borrow().clone(),
            weights.unwrap_or_default(),
        ]);
        pickle_state(vm, &state, |vm, state| {
            let [centers, weights] = state_items(state);
            let weights = Some(weights).filter(|weights| !weights.is_none());
            Ok(value_of(vm, centers, weights))
        })
    }
}

impl NativeClass for KMeansModel {
    const MODULE: &'static str = "pyspark.mllib.clustering";
    const NAME: &'static str = "KMeansModel";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(constructor![K_MEANS_MODEL => new])
            .settable_properties(&[("centers", centers, |vm, args| {
                *this(vm, &args)?.centers.borrow_mut() = args[1].clone();
                Ok(Value::None)
            })])
            .properties(properties![K_MEANS_MODEL;
                "clusterCenters" => centers,
                "k" => |vm, args| {
                    let centers = centers(vm, args)?;
                    Ok(Value::from(vm.length(&centers)?))
                },
            ])
            .methods(methods![K_MEANS_MODEL;
                "predict" => predict,
                "computeCost" => compute_cost,
                "save" => save,
            ])
            .class_methods(methods![K_MEANS_MODEL;
                "load" => load,
            ])
    }
}

struct StreamingClass(Rc<Class>);

/// The class `StreamingKMeansModel`.
pub(super) fn streaming_class(vm: &mut Vm) -> Rc<Class> {
    let base = class::<KMeansModel>(vm);
    let made = vm.extension(move || {
        let builder = ClassBuilder::new("pyspark.mllib.clustering", "StreamingKMeansModel", &base)
            .layout(Layout::Native)
            .constructor(constructor![STREAMING_K_MEANS_MODEL => new_streaming])
            .properties(properties![STREAMING_K_MEANS_MODEL;
                "clusterWeights" => |vm, args| {
                    let weights = this(vm, &args)?.weights.borrow().clone();
                    Ok(weights.unwrap_or_default())
                },
            ])
            .methods(methods![STREAMING_K_MEANS_MODEL;
                "update" => update,
            ]);
        StreamingClass(builder.build())
    });
    made.0.clone()
}

/// A model as the program sees it.
pub(super) fn value_of(vm: &mut Vm, centers: Value, weights: Option<Value>) -> Value {
    let class = match weights {
        Some(_) => streaming_class(vm),
        None => class::<KMeansModel>(vm),
    };
    let model = KMeansModel {
        centers: RefCell::new(centers),
        weights: RefCell::new(weights),
    };
    object_of(&class, model)
}

pub(super) fn this(vm: &mut Vm, args: &Args) -> Result<Rc<KMeansModel>> {
    receiver::<KMeansModel>(vm, args, "KMeansModel")
}

fn new(_: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [centers] = arguments(args);
    let model = KMeansModel {
        centers: RefCell::new(centers),
        weights: RefCell::new(None),
    };
    Ok(object_of(class, model))
}

fn new_streaming(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [centers, weights] = arguments(args);
    let weights = vm.collect(&weights)?;
    let model = KMeansModel {
        centers: RefCell::new(centers),
        weights: RefCell::new(Some(Value::list(weights))),
    };
    Ok(object_of(class, model))
}

const FORMAT: Format = Format {
    class: "org.apache.spark.mllib.clustering.KMeansModel",
    version: "2.0",
};

fn save(vm: &mut Vm, args: Args) -> Result<Value> {
    let centers = this(vm, &args)?.centers.borrow().clone();
    let rows = rows(vm, &centers)?;
    let about = format!(
        "\"k\":{},\"distanceMeasure\":\"euclidean\",\"trainingCost\":0.0",
        rows.len()
    );
    persistence::save(vm, args, &FORMAT, &about, &rows)
}

/// Also a streaming model comes back as one that does not stream.
fn load(vm: &mut Vm, args: Args) -> Result<Value> {
    let rows = persistence::load(vm, args, &FORMAT)?;
    let centers = rows
        .into_iter()
        .map(|row| dense_vector::of_numbers(vm, row));
    let centers = Value::list(centers.collect());
    Ok(value_of(vm, centers, None))
}

fn centers(vm: &mut Vm, args: Args) -> Result<Value> {
    Ok(this(vm, &args)?.centers.borrow().clone())
}

/// `predict(x)`: the first nearest cluster of a vector, an RDD of them for an RDD of vectors.
fn predict(vm: &mut Vm, args: Args) -> Result<Value> {
    let (own, model) = (args[0].clone(), this(vm, &args)?);
    let [x] = arguments(args);
    if rdd_of(&x).is_some() {
        let predict = vm.get_attribute(&own, "predict")?;
        return vm.call_method(&x, "map", Args::one(predict));
    }
    let x = to_vector(vm, &x)?;
    let centers = model.centers.borrow().clone();
    let mut best = (0, f64::INFINITY);
    for (cluster, center) in vm.collect(&centers)?.iter().enumerate() {
        let center = to_vector(vm, center)?;
        let distance = x.squared_distance(vm, &center)?;
        if distance < best.1 {
            best = (cluster, distance);
        }
    }
    Ok(Value::from(best.0))
}

/// What messages call the method of the JVM side that updates.
const UPDATE: &str = "o30.updateStreamingKMeansModel";

/// The components of each center.
fn rows(vm: &mut Vm, centers: &Value) -> Result<Vec<Vec<f64>>> {
    let mut rows = Vec::new();
    for center in vm.collect(centers)? {
        rows.push(to_vector(vm, &center)?.components());
    }
    Ok(rows)
}

/// The model's numbers, or what the JVM side throws for weights that are ints.
fn numbers(vm: &mut Vm, model: &KMeansModel) -> Result<brooklet_engine::Result<StreamingKMeans>> {
    let centers = model.centers.borrow().clone();
    let rows = rows(vm, &centers)?;
    let mut weights = Vec::new();
    let given_weights = model.weights.borrow().clone();
    for weight in vm.collect(&given_weights.unwrap_or_else(|| Value::list(Vec::new())))? {
        if matches!(weight, Value::Int(_)) {
            return Ok(Err(Error::Java {
                class: "java.lang.ClassCastException",
                message: "class java.lang.Integer cannot be cast to class java.lang.Double \
                          (java.lang.Integer and java.lang.Double are in module java.base of \
                          loader 'bootstrap')"
                    .to_string(),
            }));
        }
        weights.push(vm.to_f64(&weight)?);
    }
    Ok(Ok(StreamingKMeans {
        centers: rows,
        weights,
    }))
}

fn as_vectors(rdd: &Rdd) -> Rdd {
    let convert = Value::native("_convert_to_vector", |vm, args| {
        to_vector_value(vm, &args[0])
    });
    rdd.map(&convert, false)
}

/// `computeCost(rdd)`: the sum of the squared distances to the nearest centers.
fn compute_cost(vm: &mut Vm, args: Args) -> Result<Value> {
    let model = this(vm, &args)?;
    let [rdd] = arguments(args);
    let Some(rdd) = rdd_of(&rdd) else {
        let class = vm.type_name(&rdd);
        return Err(vm.attribute_error(format!("'{class}' object has no attribute 'map'")));
    };
    let cost = match numbers(vm, &model)? {
        Ok(numbers) => {
            vectors(vm, &as_vectors(&rdd), &numbers.centers).map(|points| numbers.cost(&points))
        }
        Err(error) => Err(error),
    };
    match cost {
        Ok(cost) => Ok(Value::Float(cost)),
        Err(error) => Err(java::raise(vm, error, "o30.computeCostKmeansModel")),
    }
}

fn update(vm: &mut Vm, args: Args) -> Result<Value> {
    let (own, model) = (args[0].clone(), this(vm, &args)?);
    let [data, decay, unit] = arguments(args);
    let Some(rdd) = rdd_of(&data) else {
        let class = Value::Class(vm.class_of(&data));
        let class = vm.repr(&class)?;
        return Err(vm.type_error(format!("Data should be of an RDD, got {class}.")));
    };
    update_model(vm, &model, &rdd, &decay, &unit)?;
    Ok(own)
}

/// What a batch makes of a model; gives its new numbers and the points of the batch.
pub(super) fn update_model(
    vm: &mut Vm,
    model: &KMeansModel,
    rdd: &Rdd,
    decay: &Value,
    unit: &Value,
) -> Result<(StreamingKMeans, Vec<Features>)> {
    let float = Value::Class(vm.types.float.clone());
    let decay = vm.call_one(&float, decay.clone())?;
    let decay = vm.to_f64(&decay)?;
    let unit = time_unit(vm, unit)?;
    let mut numbers = match numbers(vm, model)? {
        Ok(numbers) => numbers,
        Err(error) => return Err(java::raise(vm, error, UPDATE)),
    };
    let width = numbers.centers.first().map_or(0, Vec::len);
    let updated = vectors(vm, &as_vectors(rdd), &numbers.centers)
        .and_then(|points| numbers.update(&points, decay, unit).map(|()| points));
    let points = match updated {
        Ok(points) => points,
        Err(error) => return Err(java::raise(vm, error, UPDATE)),
    };
    let shape = vec![numbers.centers.len(), width];
    let centers = Array::floats(shape, numbers.centers.concat()).into_value(vm);
    let weights = numbers.weights.iter().map(|weight| float64(vm, *weight));
    let weights = Value::list(weights.collect());
    *model.centers.borrow_mut() = centers;
    *model.weights.borrow_mut() = Some(weights);
    Ok((numbers, points))
}

/// A `timeUnit`.
///
/// # Errors
/// `ValueError` for what is none.
pub(super) fn time_unit(vm: &mut Vm, unit: &Value) -> Result<TimeUnit> {
    match unit.as_str() {
        Some("batches") => Ok(TimeUnit::Batches),
        Some("points") => Ok(TimeUnit::Points),
        _ => {
            let unit = vm.str(unit)?;
            Err(vm.value_error(format!(
                "timeUnit should be 'batches' or 'points', got {unit}."
            )))
        }
    }
}
