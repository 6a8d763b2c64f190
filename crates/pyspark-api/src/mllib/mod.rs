//! `pyspark.mllib`: vectors and the models that learn from streams.

mod classification;
mod clustering;
mod feature;
mod linalg;
mod regression;

pub use classification::{
    LINEAR_CLASSIFICATION_MODEL, LOGISTIC_REGRESSION_MODEL, STREAMING_LOGISTIC_REGRESSION,
};
pub use clustering::{K_MEANS_MODEL, STREAMING_K_MEANS, STREAMING_K_MEANS_MODEL};
pub use feature::HASHING_TF;
pub use linalg::{DENSE_VECTOR, SPARSE_VECTOR, VECTORS};
pub use regression::{
    LABELED_POINT, LINEAR_MODEL, LINEAR_REGRESSION_MODEL, LINEAR_REGRESSION_MODEL_BASE,
    STREAMING_LINEAR_ALGORITHM, STREAMING_LINEAR_REGRESSION,
};

use brooklet_protocol::ArgumentKind::Stream;

use crate::form::{Input, of};

/// The field of a model's methods on streams.
const MODEL: &[Input] = &[of(Stream)];
