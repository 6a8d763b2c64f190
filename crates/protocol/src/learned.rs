use serde::{Deserialize, Serialize};

/// What a model knew after an output had trained it. Numbers that may be no numbers (`nan`, `inf`)
/// come as Python writes them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
        weights: Vec<String>,
    },
    /// A k-means model.
    Clusters {
        /// The coordinates of each center.
        centers: Vec<Vec<String>>,
        /// How much each center weighs.
        weights: Vec<String>,
        /// The first points of the batch.
        points: Vec<ClusteredPoint>,
    },
}

/// A point, and the center that was nearest to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClusteredPoint {
    /// Its coordinates.
    pub coordinates: Vec<f64>,
    /// The number of the center, from 0.
    pub cluster: u32,
}
