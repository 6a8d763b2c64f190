//! `StreamingKMeans`.

use std::rc::Rc;

use brooklet_engine::Rdd;
use brooklet_python::bytecode::BinaryOp;
use brooklet_python::modules::native_class::data;
use brooklet_python::value::{ClassBuilder, NativeFn};
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::algorithm::{Algorithm, Kind, this};
use super::exponential::{exp, log};
use super::k_means_model::{self, KMeansModel, time_unit, update_model};
use super::learned::note_clusters;
use crate::core::arguments::given;
use crate::streaming::{is_dstream, register_output};
use brooklet_python::modules::signature::bind;

/// Clusters that batches move.
pub(super) struct KMeans;

/// The algorithm: the model as it is now.
pub(super) type StreamingKMeans = Algorithm<KMeans>;

impl Kind for KMeans {
    const MODULE: &'static str = "pyspark.mllib.clustering";
    const NAME: &'static str = "StreamingKMeans";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class.constructor(new).methods(METHODS)
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

const METHODS: &[(&str, NativeFn)] = &[
    ("setK", |vm, args| {
        let own = args[0].clone();
        let [k] = bind(vm, args, "StreamingKMeans.setK", 1, ["k"], 1)?;
        vm.set_attribute(&own, CLUSTERS, given(k))?;
        Ok(own)
    }),
    ("setDecayFactor", |vm, args| {
        let own = args[0].clone();
        let name = "StreamingKMeans.setDecayFactor";
        let [decay] = bind(vm, args, name, 1, ["decayFactor"], 1)?;
        vm.set_attribute(&own, DECAY, given(decay))?;
        Ok(own)
    }),
    ("setHalfLife", |vm, args| {
        let own = args[0].clone();
        let names = ["halfLife", "timeUnit"];
        let [half_life, unit] = bind(vm, args, "StreamingKMeans.setHalfLife", 1, names, 2)?;
        vm.set_attribute(&own, UNIT, given(unit))?;
        let half = Value::Float(log(vm, 0.5)?);
        let exponent = vm.binary(BinaryOp::Divide, &half, &given(half_life))?;
        let exponent = vm.to_f64(&exponent)?;
        let decay = Value::Float(exp(vm, exponent)?);
        vm.set_attribute(&own, DECAY, decay)?;
        Ok(own)
    }),
    ("setInitialCenters", |vm, args| {
        let (own, algorithm) = (args[0].clone(), this::<KMeans>(vm, &args)?);
        let names = ["centers", "weights"];
        let [centers, weights] = bind(vm, args, "StreamingKMeans.setInitialCenters", 1, names, 2)?;
        let weights = Value::list(vm.collect(&given(weights))?);
        let model = k_means_model::value_of(vm, given(centers), Some(weights));
        algorithm.set_model(model);
        Ok(own)
    }),
    ("setRandomCenters", set_random_centers),
    ("trainOn", train_on),
];

/// `StreamingKMeans(k=2, decayFactor=1.0, timeUnit="batches")`.
fn new(vm: &mut Vm, class: &Rc<Class>, mut args: Args) -> Result<Value> {
    args.positional.insert(0, Value::None);
    let names = ["k", "decayFactor", "timeUnit"];
    let [k, decay, unit] = bind(vm, args, "StreamingKMeans.__init__", 1, names, 0)?;
    let unit = unit.unwrap_or_else(|| Value::str("batches"));
    time_unit(vm, &unit)?;
    let algorithm = StreamingKMeans::value(class, Value::None);
    vm.set_attribute(&algorithm, CLUSTERS, k.unwrap_or(Value::Int(2)))?;
    vm.set_attribute(&algorithm, DECAY, decay.unwrap_or(Value::Float(1.0)))?;
    vm.set_attribute(&algorithm, UNIT, unit)?;
    Ok(algorithm)
}

/// `setRandomCenters(dim, weight, seed)`: standard normal coordinates of NumPy's legacy generator.
fn set_random_centers(vm: &mut Vm, args: Args) -> Result<Value> {
    let (own, algorithm) = (args[0].clone(), this::<KMeans>(vm, &args)?);
    let names = ["dim", "weight", "seed"];
    let bound = bind(vm, args, "StreamingKMeans.setRandomCenters", 1, names, 3)?;
    let [dim, weight, seed] = bound.map(given);
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
    let [dstream] = bind(vm, args, "StreamingKMeans.trainOn", 1, ["dstream"], 1)?;
    let dstream = given(dstream);
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
