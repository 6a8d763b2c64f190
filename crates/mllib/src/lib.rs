//! Streaming regression and k-means: vectors, gradient descent, the update rules.
//!
//! This crate works on columns of floats. It knows nothing of Python values, of how a program
//! names these things, or of the page. The numbers are those of Spark's `mllib`: sums go over the
//! records of a partition in order, then over partitions in order, whatever the threads.

mod gradient;
mod gradient_descent;
mod points;
mod sampler;
mod streaming_k_means;
mod tree_aggregate;
mod updater;
mod vector;

pub use gradient::Gradient;
pub use gradient_descent::GradientDescent;
pub use points::{Features, LabeledPoints};
pub use streaming_k_means::{StreamingKMeans, TimeUnit};
pub use updater::Updater;
pub use vector::SparseVector;
