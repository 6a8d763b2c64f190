//! What the page is shown of a model after a batch has trained it.

use brooklet_mllib::{Features, StreamingKMeans};
use brooklet_protocol::{ClusteredPoint, Learned, LearnedNumbers};
use brooklet_python::{Value, Vm};
use brooklet_source::Span;

use crate::advice;
use crate::state::DriverState;

/// How many points of a batch are shown with their clusters.
const MOST_POINTS: usize = 300;

/// Beyond this a weight is on its way to infinity.
const LARGEST_WEIGHT: f64 = 1e12;

/// Notes the weights of a linear model that an output trains; `about` is the call that does.
pub(super) fn note_weights(vm: &mut Vm, weights: &[f64], about: Option<Span>) {
    let Some(state) = DriverState::of(vm) else {
        return;
    };
    let is_sound = |weight: &f64| weight.abs() < LARGEST_WEIGHT;
    if !weights.iter().all(is_sound) {
        advice::WEIGHTS_EXPLODE.give_in(&state, about);
    }
    let weights = numbers(vm, weights);
    state
        .output_learned
        .replace(Some(Learned::Linear { weights }));
}

/// Notes the clusters of a k-means model, and where the points of the batch are among them.
pub(super) fn note_clusters(vm: &mut Vm, model: &StreamingKMeans, points: &[Features]) {
    let Some(state) = DriverState::of(vm) else {
        return;
    };
    let points = model.assign(points, MOST_POINTS);
    let learned = Learned::Clusters {
        centers: model
            .centers
            .iter()
            .map(|center| numbers(vm, center))
            .collect(),
        weights: texts(vm, &model.weights),
        points: points
            .into_iter()
            .map(|(coordinates, cluster)| ClusteredPoint {
                coordinates,
                cluster: cluster as u32,
            })
            .collect(),
    };
    state.output_learned.replace(Some(learned));
}

/// Numbers with their texts.
fn numbers(vm: &mut Vm, numbers: &[f64]) -> LearnedNumbers {
    let drawable = |number: &f64| number.is_finite().then_some(*number);
    LearnedNumbers {
        texts: texts(vm, numbers),
        values: numbers.iter().map(drawable).collect(),
    }
}

/// Numbers as Python writes them.
fn texts(vm: &mut Vm, numbers: &[f64]) -> Vec<String> {
    let repr = |number: &f64| vm.repr(&Value::Float(*number)).unwrap_or_default();
    numbers.iter().map(repr).collect()
}
