//! How weights follow a gradient.

use crate::vector::add_scaled;

/// How weights follow a gradient.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Updater {
    /// `w ← w − s·g` (`SimpleUpdater`).
    Simple,
    /// `w ← (1 − s·λ)·w − s·g` (`SquaredL2Updater`), with the regularisation λ.
    SquaredL2(f64),
    /// `w ← sign(v)·max(0, |v| − s·λ)` of `v = w − s·g` (`L1Updater`), with the regularisation λ.
    L1(f64),
}

impl Updater {
    /// One step of size `s = step_size / √iteration`.
    pub(crate) fn step(
        self,
        weights: &mut [f64],
        gradient: &[f64],
        step_size: f64,
        iteration: usize,
    ) {
        let step = step_size / (iteration as f64).sqrt();
        if let Updater::SquaredL2(regularisation) = self {
            let keep = 1.0 - step * regularisation;
            weights.iter_mut().for_each(|weight| *weight *= keep);
        }
        add_scaled(-step, gradient, weights);
        if let Updater::L1(regularisation) = self {
            let shrinkage = regularisation * step;
            for weight in weights {
                *weight = sign(*weight) * (weight.abs() - shrinkage).max(0.0);
            }
        }
    }
}

/// The sign of a number: that of Java's `Math.signum`, which keeps zeros.
fn sign(number: f64) -> f64 {
    match number == 0.0 {
        true => number,
        false => number.signum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_l1_penalty_shrinks_weights_to_zero() {
        let mut weights = [1.0, -1.0, 0.05];
        Updater::L1(0.5).step(&mut weights, &[0.0, 0.0, 0.0], 0.2, 1);
        assert_eq!(weights, [0.9, -0.9, 0.0]);
    }
}
