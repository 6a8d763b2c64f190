//! `StreamingKMeans`.

use std::rc::Rc;

use brooklet_engine::Rdd;
use brooklet_pyspark_api::mllib::STREAMING_K_MEANS;
use brooklet_python::native_class::data;
use brooklet_python::value::{ClassBuilder, NativeFn};
use brooklet_python::{Args, Class, Result, Value, Vm};
use brooklet_python_compiler::bytecode::BinaryOp;

use super::algorithm::{Algorithm, Kind, latest_model, predict_on, this};
use super::exponential::{exp, log};
use super::k_means_model::{self, KMeansModel, time_unit, update_model};
use super::learned::note_clusters;
use crate::binding::{arguments, constructor, methods};
use crate::streaming::{is_dstream, register_output};

/// Clusters that batches move.
pub(super) struct KMeans;

/// The algorithm: the model as it is now.
pub(super) type StreamingKMeans = Algorithm<KMeans>;

impl Kind for KMeans {
    const MODULE: &'static str = "pyspark.mllib.clustering";
    const NAME: &'static str = "StreamingKMeans";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(constructor![STREAMING_K_MEANS => new])
            .methods(METHODS)
    }

    fn validate(vm: &mut Vm, algorithm: &StreamingKMeans, dstream: &Value) -> Result<()> {
        if algorithm.model().is_none() {
            return Err(vm.value_error(
                "Initial centers should be set either by setInitialCenters or setRandomCenters.",
            ));
        }
        if is_dstream(dstream) {
            return Ok(());
        }
        let class = Value::Class(vm.class_of(dstream));
        let class = vm.repr(&class)?;
        Err(vm.type_error(format!(
            "Expected dstream to be of type DStream, got type {class}"
        )))
    }
}

// The attributes that hold the settings.
const CLUSTERS: &str = "_k";
const DECAY: &str = "_decayFactor";
const UNIT: &str = "_timeUnit";

const METHODS: &[(&str, NativeFn)] = methods![STREAMING_K_MEANS;
    "setK" => |vm, args| {
        let own = args[0].clone();
        let [k] = arguments(args);
        vm.set_attribute(&own, CLUSTERS, k)?;
        Ok(own)
    },
    "setDecayFactor" => |vm, args| {
        let own = args[0].clone();
        let [decay] = arguments(args);
        vm.set_attribute(&own, DECAY, decay)?;
        Ok(own)
    },
    "setHalfLife" => |vm, args| {
        let own = args[0].clone();
        let [half_life, unit] = arguments(args);
        vm.set_attribute(&own, UNIT, unit)?;
        let half = Value::Float(log(vm, 0.5)?);
        let exponent = vm.binary(BinaryOp::Divide, &half, &half_life)?;
        let exponent = vm.to_f64(&exponent)?;
        let decay = Value::Float(exp(vm, exponent)?);
        vm.set_attribute(&own, DECAY, decay)?;
        Ok(own)
    },
    "setInitialCenters" => |vm, args| {
        let (own, algorithm) = (args[0].clone(), this::<KMeans>(vm, &args)?);
        let [centers, weights] = arguments(args);
        let weights = Value::list(vm.collect(&weights)?);
        let model = k_means_model::value_of(vm, centers, Some(weights));
        algorithm.set_model(model);
        Ok(own)
    },
    "setRandomCenters" => set_random_centers,
    "trainOn" => train_on,
    "latestModel" => latest_model::<KMeans>,
    "predictOn" => |vm, args| predict_on::<KMeans>(vm, args, "predictOn"),
    "predictOnValues" => |vm, args| predict_on::<KMeans>(vm, args, "predictOnValues"),
];

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [k, decay, unit] = arguments(args);
    time_unit(vm, &unit)?;
    let algorithm = StreamingKMeans::value(class, Value::None);
    vm.set_attribute(&algorithm, CLUSTERS, k)?;
    vm.set_attribute(&algorithm, DECAY, decay)?;
    vm.set_attribute(&algorithm, UNIT, unit)?;
    Ok(algorithm)
}

/// `setRandomCenters(dim, weight, seed)`: standard normal coordinates of NumPy's legacy generator.
fn set_random_centers(vm: &mut Vm, args: Args) -> Result<Value> {
    let (own, algorithm) = (args[0].clone(), this::<KMeans>(vm, &args)?);
    let [dim, weight, seed] = arguments(args);
    let random = Value::Module(vm.import("numpy.random")?);
    let state = vm.call_method(&random, "RandomState", Args::one(seed))?;
    let clusters = vm.get_attribute(&own, CLUSTERS)?;
    let centers = vm.call_method(&state, "randn", Args::two(clusters.clone(), dim))?;
    let numpy = Value::Module(vm.import("numpy")?);
    let weights = vm.call_method(&numpy, "tile", Args::two(weight, clusters))?;
    let weights = Value::list(vm.collect(&weights)?);
    algorithm.set_model(k_means_model::value_of(vm, centers, Some(weights)));
    Ok(own)
}

/// `trainOn(dstream)`: an output that updates the model in every batch.
fn train_on(vm: &mut Vm, args: Args) -> Result<Value> {
    let (own, algorithm) = (args[0].clone(), this::<KMeans>(vm, &args)?);
    let [dstream] = arguments(args);
    KMeans::validate(vm, &algorithm, &dstream)?;
    algorithm.usage.note_training(vm);
    let action = Box::new(move |vm: &mut Vm, _, rdd: &Rdd| {
        let model = algorithm.model();
        let Some(model) = data::<KMeansModel>(&model) else {
            return Err(vm
                .type_error("the model to train is no StreamingKMeansModel")
                .into());
        };
        let decay = vm.get_attribute(&own, DECAY)?;
        let unit = vm.get_attribute(&own, UNIT)?;
        let (numbers, points) = update_model(vm, &model, rdd, &decay, &unit)?;
        note_clusters(vm, &numbers, &points);
        Ok(())
    });
    register_output(vm, &dstream, "trainOn", action)
}
