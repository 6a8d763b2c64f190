//! Vector arithmetic, in the order in which Spark and NumPy add.

/// A sparse vector: values at increasing indices of a vector of `size` components.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SparseVector {
    /// How many components there are.
    pub size: usize,
    /// Where the values stand, increasing.
    pub indices: Vec<u32>,
    /// The values.
    pub values: Vec<f64>,
}

/// A row of features.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Row<'a> {
    Dense(&'a [f64]),
    Sparse(&'a SparseVector),
}

impl Row<'_> {
    /// `row · weights`, from left to right (`BLAS.dot`).
    pub(crate) fn dot(self, weights: &[f64]) -> f64 {
        match self {
            Row::Dense(values) => dot(values, weights),
            Row::Sparse(row) => {
                let pairs = row.indices.iter().zip(&row.values);
                pairs.fold(0.0, |sum, (at, value)| sum + value * weights[*at as usize])
            }
        }
    }

    /// `sum += factor · row` (`BLAS.axpy`).
    pub(crate) fn add_scaled_to(self, factor: f64, sum: &mut [f64]) {
        match self {
            Row::Dense(values) => add_scaled(factor, values, sum),
            Row::Sparse(row) => {
                for (at, value) in row.indices.iter().zip(&row.values) {
                    sum[*at as usize] += factor * value;
                }
            }
        }
    }

    /// The squared norm.
    pub(crate) fn squared_norm(self) -> f64 {
        let values = match self {
            Row::Dense(values) => values,
            Row::Sparse(row) => &row.values,
        };
        values.iter().fold(0.0, |sum, value| sum + value * value)
    }

    /// The squared Euclidean distance to a dense vector (`Vectors.sqdist`).
    pub(crate) fn squared_distance(self, center: &[f64]) -> f64 {
        match self {
            Row::Dense(values) => squared_distance(values, center),
            Row::Sparse(row) => {
                let mut at = 0;
                center
                    .iter()
                    .enumerate()
                    .fold(0.0, |sum, (index, component)| {
                        let value = match row.indices.get(at) {
                            Some(next) if *next as usize == index => {
                                at += 1;
                                row.values[at - 1]
                            }
                            _ => 0.0,
                        };
                        let difference = value - component;
                        sum + difference * difference
                    })
            }
        }
    }
}

/// `a · b`, from left to right.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (a, b)| sum + a * b)
}

/// `sum += factor · values`.
pub(crate) fn add_scaled(factor: f64, values: &[f64], sum: &mut [f64]) {
    for (sum, value) in sum.iter_mut().zip(values) {
        *sum += factor * value;
    }
}

/// The squared Euclidean distance, from left to right.
pub(crate) fn squared_distance(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (a, b)| {
        let difference = a - b;
        sum + difference * difference
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sparse_rows_count_as_their_dense_twins() {
        let sparse = SparseVector {
            size: 4,
            indices: vec![1, 3],
            values: vec![2.0, -1.5],
        };
        let dense = [0.0, 2.0, 0.0, -1.5];
        let weights = [1.0, 0.5, 3.0, 2.0];
        assert_eq!(
            Row::Sparse(&sparse).dot(&weights),
            Row::Dense(&dense).dot(&weights)
        );
        assert_eq!(
            Row::Sparse(&sparse).squared_norm(),
            Row::Dense(&dense).squared_norm()
        );
        let far = Row::Dense(&dense).squared_distance(&weights);
        assert_eq!(Row::Sparse(&sparse).squared_distance(&weights), far);
        let (mut a, mut b) = ([1.0; 4], [1.0; 4]);
        Row::Sparse(&sparse).add_scaled_to(0.5, &mut a);
        Row::Dense(&dense).add_scaled_to(0.5, &mut b);
        assert_eq!(a, b);
    }
}
