//! `pyspark.mllib`: vectors, labelled points, streaming regression, classification and k-means.

mod algorithm;
mod dense_vector;
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

use std::rc::Rc;

use brooklet_python::modules::native_class::class;
use brooklet_python::value::Module;
use brooklet_python::{Class, Result, Vm};

use self::dense_vector::DenseVector;
use self::k_means_model::KMeansModel;
use self::labeled_point::LabeledPoint;
use self::sparse_vector::SparseVector;
use self::streaming_k_means::StreamingKMeans;
use self::streaming_linear::StreamingLinearAlgorithm;
use crate::modules::of_classes;

/// Whether a value is a vector, dense or sparse.
pub(crate) fn is_vector(value: &brooklet_python::Value) -> bool {
    vector::Vector::of(value).is_some()
}

/// Makes a module of `pyspark.mllib`.
pub(crate) fn make(vm: &mut Vm, name: &str) -> Option<Result<Rc<Module>>> {
    let members: Vec<Rc<Class>> = match name {
        "pyspark.mllib" => Vec::new(),
        "pyspark.mllib.linalg" => vec![
            vector::class(vm),
            class::<DenseVector>(vm),
            class::<SparseVector>(vm),
            vectors::class(vm),
        ],
        "pyspark.mllib.regression" => vec![
            class::<LabeledPoint>(vm),
            linear_model::class(vm),
            linear_regression_model::class(vm),
            class::<StreamingLinearAlgorithm>(vm),
            streaming_linear::regression_class(vm),
        ],
        "pyspark.mllib.classification" => vec![
            logistic_regression_model::class(vm),
            streaming_linear::classification_class(vm),
        ],
        "pyspark.mllib.clustering" => vec![
            class::<KMeansModel>(vm),
            k_means_model::streaming_class(vm),
            class::<StreamingKMeans>(vm),
        ],
        _ => return None,
    };
    let members: Vec<&Rc<Class>> = members.iter().collect();
    Some(Ok(of_classes(name, &members)))
}
