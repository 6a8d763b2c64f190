use serde::Serialize;

/// What a model knew after an output had trained it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Learned {
    /// A linear model.
    Linear {
        /// A weight a feature.
        weights: LearnedNumbers,
    },
    /// A k-means model.
    Clusters {
        /// The coordinates of each center.
        centers: Vec<LearnedNumbers>,
        /// How much each center weighs, as Python writes it.
        weights: Vec<String>,
        /// The first points of the batch.
        points: Vec<ClusteredPoint>,
    },
}

/// Numbers of a model, which training can make `nan` or infinite.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LearnedNumbers {
    /// Each as Python writes it.
    pub texts: Vec<String>,
    /// Each one that can be drawn; absent for `nan` and the infinities.
    pub values: Vec<Option<f64>>,
}

/// A point, and the center that was nearest to it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClusteredPoint {
    /// Its coordinates.
    pub coordinates: Vec<f64>,
    /// The number of the center, from 0.
    pub cluster: u32,
}
