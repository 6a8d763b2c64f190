//! Gradients of losses.

use crate::vector::Row;

/// A loss, by what its gradient multiplies a point's features with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gradient {
    /// `(w·x − y)²/2` (`LeastSquaresGradient`).
    LeastSquares,
    /// The logistic loss for labels 0 and 1 (`LogisticGradient`).
    Logistic,
    /// The hinge loss for labels 0 and 1 (`HingeGradient`).
    Hinge,
}

impl Gradient {
    /// Adds one point's gradient to a sum.
    pub(crate) fn add(self, row: Row<'_>, label: f64, weights: &[f64], sum: &mut [f64]) {
        let margin = row.dot(weights);
        let factor = match self {
            Gradient::LeastSquares => margin - label,
            Gradient::Hinge => {
                let side = 2.0 * label - 1.0;
                if 1.0 <= side * margin {
                    return;
                }
                -side
            }
            Gradient::Logistic => 1.0 / (1.0 + (-margin).exp()) - label,
        };
        row.add_scaled_to(factor, sum);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_beyond_the_margin_has_no_hinge_loss() {
        let mut sum = [0.0];
        Gradient::Hinge.add(Row::Dense(&[2.0]), 1.0, &[1.0], &mut sum);
        assert_eq!(sum, [0.0]);
        Gradient::Hinge.add(Row::Dense(&[2.0]), 0.0, &[1.0], &mut sum);
        assert_eq!(sum, [2.0]);
    }
}
