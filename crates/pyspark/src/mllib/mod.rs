//! `pyspark.mllib`: vectors, labelled points, streaming regression, classification and k-means.

mod algorithm;
mod dense_vector;
mod descent;
mod exponential;
mod k_means_model;
mod labeled_point;
mod learned;
mod linear_model;
mod linear_regression_model;
mod logistic_regression_model;
mod persistence;
mod pickled_vector;
mod sparse_vector;
mod streaming_k_means;
mod streaming_linear;
mod training_data;
mod usage;
mod vector;
mod vector_text;
mod vectors;

use brooklet_python::native_class::class;
use brooklet_python::{ModuleEntry, Value};

use self::dense_vector::DenseVector;
use self::k_means_model::KMeansModel;
use self::labeled_point::LabeledPoint;
use self::sparse_vector::SparseVector;
use self::streaming_k_means::StreamingKMeans;
use self::streaming_linear::StreamingLinearAlgorithm;
use crate::modules::add;

/// Whether a value is a vector, dense or sparse.
pub(crate) fn is_vector(value: &Value) -> bool {
    vector::Vector::of(value).is_some()
}

/// The modules of `pyspark.mllib`.
pub(crate) const MODULES: &[ModuleEntry] = &[
    ModuleEntry::rust("pyspark.mllib", |_, _| Ok(())),
    ModuleEntry::python("pyspark.mllib.feature", || include_str!("feature.py")),
    ModuleEntry::python("pyspark.mllib.stat", || include_str!("stat.py")),
    ModuleEntry::python("pyspark.mllib.util", || include_str!("util.py")),
    ModuleEntry::rust("pyspark.mllib.linalg", |vm, module| {
        let classes = [
            vector::class(vm),
            class::<DenseVector>(vm),
            class::<SparseVector>(vm),
            vectors::class(vm),
        ];
        let convert = Value::native("_convert_to_vector", |vm, args| {
            let value = args.exactly_one(vm, "_convert_to_vector", 0)?;
            vector::to_vector_value(vm, &value)
        });
        module.set("_convert_to_vector", convert);
        add(module, &classes)
    })
    .and_python(|| include_str!("matrices.py")),
    ModuleEntry::rust("pyspark.mllib.regression", |vm, module| {
        let classes = [
            class::<LabeledPoint>(vm),
            linear_model::class(vm),
            linear_regression_model::class(vm),
            class::<StreamingLinearAlgorithm>(vm),
            streaming_linear::regression_class(vm),
        ];
        module.set("_descend", Value::native("_descend", descent::descend));
        module.set(
            "_save",
            Value::native("_save", persistence::save_from_python),
        );
        module.set(
            "_load",
            Value::native("_load", persistence::load_from_python),
        );
        add(module, &classes)
    })
    .and_python(|| include_str!("regression.py")),
    ModuleEntry::rust("pyspark.mllib.classification", |vm, module| {
        let classes = [
            logistic_regression_model::class(vm),
            streaming_linear::classification_class(vm),
        ];
        add(module, &classes)
    })
    .and_python(|| include_str!("classification.py")),
    ModuleEntry::rust("pyspark.mllib.clustering", |vm, module| {
        let classes = [
            class::<KMeansModel>(vm),
            k_means_model::streaming_class(vm),
            class::<StreamingKMeans>(vm),
        ];
        add(module, &classes)
    }),
];
