//! Columns of training data: one partition of points.

use crate::vector::{Row, SparseVector};

/// The features of a partition's points.
#[derive(Clone, Debug, PartialEq)]
pub enum Features {
    /// Rows of `width` components, one after another.
    Dense {
        /// Components a row.
        width: usize,
        /// All components, row by row.
        values: Vec<f64>,
    },
    /// Sparse rows.
    Sparse(Vec<SparseVector>),
}

impl Features {
    /// Dense rows.
    pub fn dense(width: usize) -> Features {
        Features::Dense {
            width,
            values: Vec::new(),
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Features::Dense { width: 0, .. } => 0,
            Features::Dense { width, values } => values.len() / width,
            Features::Sparse(rows) => rows.len(),
        }
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn row(&self, index: usize) -> Row<'_> {
        match self {
            Features::Dense { width, values } => {
                Row::Dense(&values[index * width..(index + 1) * width])
            }
            Features::Sparse(rows) => Row::Sparse(&rows[index]),
        }
    }
}

/// A partition of labelled points.
#[derive(Clone, Debug, PartialEq)]
pub struct LabeledPoints {
    /// A label a point.
    pub labels: Vec<f64>,
    /// A row a point.
    pub features: Features,
}

impl LabeledPoints {
    /// How many points there are.
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether all labels are 0 or 1 (`DataValidators.binaryLabelValidator`).
    pub fn has_two_classes(&self) -> bool {
        self.labels
            .iter()
            .all(|label| *label == 0.0 || *label == 1.0)
    }

    /// Whether there is no point.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }
}
