//! Mini-batch gradient descent (`GradientDescent.runMiniBatchSGD`).

use brooklet_engine::{Error, Result};

use crate::gradient::Gradient;
use crate::points::LabeledPoints;
use crate::sampler::{JavaRandom, sample};
use crate::tree_aggregate::tree_aggregate;
use crate::updater::Updater;

/// The settings of a descent.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct GradientDescent {
    /// The loss.
    pub gradient: Gradient,
    /// How weights follow its gradient.
    pub updater: Updater,
    /// The step of the first iteration; that of iteration `i` is `step_size / √i`.
    pub step_size: f64,
    /// How many iterations at most.
    pub iterations: usize,
    /// The fraction of points that an iteration takes.
    pub batch_fraction: f64,
    /// Ends early when two consecutive weights differ by less than this, relatively; 0: never.
    pub tolerance: f64,
}

/// Spark's seed of the first iteration, less one.
const SEED: u64 = 42;

impl GradientDescent {
    /// Refuses settings that Spark refuses.
    ///
    /// # Errors
    /// What Spark throws for a setting out of its range.
    pub fn check(&self) -> Result<()> {
        let GradientDescent {
            step_size,
            batch_fraction,
            tolerance,
            ..
        } = self;
        let wrong = match self.updater {
            _ if *step_size <= 0.0 => {
                format!("Initial step size must be positive but got {step_size:?}")
            }
            Updater::SquaredL2(regularisation) | Updater::L1(regularisation)
                if regularisation < 0.0 =>
            {
                format!("Regularization parameter must be nonnegative but got {regularisation:?}")
            }
            _ if !(*batch_fraction > 0.0 && *batch_fraction <= 1.0) => format!(
                "Fraction for mini-batch SGD must be in range (0, 1] but got {batch_fraction:?}"
            ),
            _ if !(0.0..=1.0).contains(tolerance) => {
                format!("Convergence tolerance must be in range [0, 1] but got {tolerance:?}")
            }
            _ => return Ok(()),
        };
        Err(Error::Java {
            class: "java.lang.IllegalArgumentException",
            message: format!("requirement failed: {wrong}"),
        })
    }

    /// The weights after descending over the partitions of one batch. An empty batch changes
    /// nothing.
    ///
    /// # Examples
    /// ```
    /// use brooklet_mllib::{Features, Gradient, GradientDescent, LabeledPoints, Updater};
    ///
    /// let descent = GradientDescent {
    ///     gradient: Gradient::LeastSquares,
    ///     updater: Updater::Simple,
    ///     step_size: 0.1,
    ///     iterations: 1,
    ///     batch_fraction: 1.0,
    ///     tolerance: 0.001,
    /// };
    /// let features = Features::Dense { width: 1, values: vec![1.0] };
    /// let batch = [LabeledPoints { labels: vec![1.0], features }];
    /// assert_eq!(descent.run(&batch, vec![0.0]), [0.1]);
    /// ```
    pub fn run(&self, partitions: &[LabeledPoints], weights: Vec<f64>) -> Vec<f64> {
        if partitions.iter().all(LabeledPoints::is_empty) {
            return weights;
        }
        let mut weights = weights;
        let mut previous: Option<Vec<f64>> = None;
        for iteration in 1..=self.iterations {
            let mut seeds = JavaRandom::new(SEED + iteration as u64);
            let seeds: Vec<u64> = partitions.iter().map(|_| seeds.next_long()).collect();
            let partials = each(partitions, &seeds, |points, seed| {
                self.partial(points, seed, &weights)
            });
            let (mut sum, count) = tree_aggregate(partials, weights.len());
            if count == 0 {
                continue;
            }
            sum.iter_mut()
                .for_each(|component| *component /= count as f64);
            self.updater
                .step(&mut weights, &sum, self.step_size, iteration);
            if let Some(previous) = &previous
                && self.converged(previous, &weights)
            {
                break;
            }
            previous = Some(weights.clone());
        }
        weights
    }

    /// The sum of the gradients of one partition's sampled points, and how many these are.
    fn partial(&self, points: &LabeledPoints, seed: u64, weights: &[f64]) -> (Vec<f64>, usize) {
        let mut sum = vec![0.0; weights.len()];
        let mut add = |at: usize| {
            self.gradient.add(
                points.features.row(at),
                points.labels[at],
                weights,
                &mut sum,
            );
        };
        if self.batch_fraction >= 1.0 {
            (0..points.len()).for_each(&mut add);
            return (sum, points.len());
        }
        let kept = sample(points.len(), self.batch_fraction, seed);
        kept.iter().copied().for_each(&mut add);
        (sum, kept.len())
    }

    fn converged(&self, previous: &[f64], current: &[f64]) -> bool {
        let norm = |squares: f64| squares.sqrt();
        let moved = norm(crate::vector::squared_distance(previous, current));
        let length = norm(
            current
                .iter()
                .fold(0.0, |sum, weight| sum + weight * weight),
        );
        moved < self.tolerance * length.max(1.0)
    }
}

/// Runs over all partitions; the results come in their order.
fn each<R: Send>(
    partitions: &[LabeledPoints],
    seeds: &[u64],
    run: impl Fn(&LabeledPoints, u64) -> R + Sync + Send,
) -> Vec<R> {
    #[cfg(feature = "threads")]
    {
        use rayon::prelude::*;
        partitions
            .par_iter()
            .zip(seeds)
            .map(|(points, seed)| run(points, *seed))
            .collect()
    }
    #[cfg(not(feature = "threads"))]
    partitions
        .iter()
        .zip(seeds)
        .map(|(points, seed)| run(points, *seed))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::points::Features;

    const DESCENT: GradientDescent = GradientDescent {
        gradient: Gradient::LeastSquares,
        updater: Updater::Simple,
        step_size: 0.1,
        iterations: 1,
        batch_fraction: 1.0,
        tolerance: 0.001,
    };

    fn points(labels: &[f64], rows: &[f64]) -> LabeledPoints {
        let width = rows.len() / labels.len().max(1);
        LabeledPoints {
            labels: labels.to_vec(),
            features: Features::Dense {
                width: width.max(1),
                values: rows.to_vec(),
            },
        }
    }

    #[test]
    fn one_point_a_batch_moves_as_in_the_specification() {
        let batch = [points(&[1.0], &[1.0])];
        let first = DESCENT.run(&batch, vec![0.0]);
        let second = DESCENT.run(&batch, first.clone());
        let third = DESCENT.run(&[points(&[], &[])], second.clone());
        let fourth = DESCENT.run(&batch, third.clone());
        let close = |weights: &[f64], expected: f64| assert!((weights[0] - expected).abs() < 1e-12);
        close(&first, 0.1);
        close(&second, 0.19);
        close(&third, 0.19);
        close(&fourth, 0.271);
    }

    #[test]
    fn converges_and_stops_early() {
        let many = GradientDescent {
            iterations: 1000,
            step_size: 1.0,
            tolerance: 0.5,
            ..DESCENT
        };
        let all = GradientDescent {
            tolerance: 0.0,
            ..many
        };
        let batch = [points(&[2.0], &[1.0])];
        assert!((all.run(&batch, vec![0.0])[0] - 2.0).abs() < 1e-9);
        assert_eq!(many.run(&batch, vec![0.0]), [2.0]);
    }

    #[test]
    fn an_exploding_step_gives_nan() {
        let wild = GradientDescent {
            iterations: 2000,
            step_size: 1e3,
            tolerance: 0.0,
            ..DESCENT
        };
        assert!(wild.run(&[points(&[1.0], &[100.0])], vec![0.0])[0].is_nan());
    }

    #[test]
    fn partitions_change_only_the_last_digits() {
        let rows: Vec<f64> = (0..40).map(|at| f64::from(at % 7) / 7.0).collect();
        let labels: Vec<f64> = (0..20).map(|at| f64::from(at % 5)).collect();
        let descent = GradientDescent {
            iterations: 20,
            ..DESCENT
        };
        let whole = descent.run(&[points(&labels, &rows)], vec![0.0, 0.0]);
        let halves = [
            points(&labels[..8], &rows[..16]),
            points(&labels[8..], &rows[16..]),
        ];
        let split = descent.run(&halves, vec![0.0, 0.0]);
        for (a, b) in whole.iter().zip(&split) {
            assert!((a - b).abs() < 1e-12);
        }
    }

    #[cfg(feature = "threads")]
    #[test]
    fn the_number_of_threads_does_not_show() {
        let parts: Vec<LabeledPoints> = (0..7)
            .map(|part| {
                let rows: Vec<f64> = (0..60).map(|at| f64::from(at * part % 11) / 3.0).collect();
                let labels: Vec<f64> = (0..30).map(|at| f64::from(at % 4) / 7.0).collect();
                points(&labels, &rows)
            })
            .collect();
        let descent = GradientDescent {
            iterations: 25,
            batch_fraction: 0.6,
            tolerance: 0.0,
            ..DESCENT
        };
        let [one, four] = [1, 4].map(|threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
            pool.expect("a pool")
                .install(|| descent.run(&parts, vec![0.25, -0.5]))
        });
        assert_eq!(one, four);
    }
}
