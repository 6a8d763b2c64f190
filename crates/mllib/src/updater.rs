//! How weights follow a gradient.

use crate::vector::add_scaled;

/// How weights follow a gradient.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Updater {
    /// `w ← w − s·g` (`SimpleUpdater`).
    Simple,
    /// `w ← (1 − s·λ)·w − s·g` (`SquaredL2Updater`), with the regularisation λ.
    SquaredL2(f64),
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
    }
}
