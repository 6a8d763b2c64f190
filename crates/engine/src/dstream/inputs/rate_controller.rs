//! Back-pressure: how fast an input may read, learned from the batches before.

use std::cell::Cell;

/// How much each of its parts counts (`spark.streaming.backpressure.pid.…`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PidSettings {
    /// What the last batch was too slow by.
    pub proportional: f64,
    /// What has piled up before it.
    pub integral: f64,
    /// How fast the difference changes.
    pub derivative: f64,
    /// Records a second at least.
    pub min_rate: f64,
}

/// How long a batch took, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct BatchDurations {
    /// When it was done, since 1970.
    pub ended_ms: i64,
    /// How long its jobs ran.
    pub processing_ms: i64,
    /// How long it waited before that.
    pub scheduling_ms: i64,
}

/// Estimates a rate after each batch. The first one only shows how fast records are processed; a batch
/// without records, or that took no time, as on the virtual clock, shows nothing.
///
/// Source: `PIDRateEstimator`, `RateController`.
pub(super) struct RateController {
    settings: PidSettings,
    batch_ms: i64,
    latest: Cell<Option<Latest>>,
}

#[derive(Clone, Copy)]
struct Latest {
    ended_ms: i64,
    rate: f64,
    error: f64,
}

impl RateController {
    pub(super) fn new(settings: PidSettings, batch_ms: i64) -> RateController {
        RateController {
            settings,
            batch_ms,
            latest: Cell::new(None),
        }
    }

    /// Takes in a batch that read so many records; the new rate in records a second, if there is one
    /// that lets any through.
    pub(super) fn complete(&self, batch: BatchDurations, records: usize) -> Option<i64> {
        let BatchDurations {
            ended_ms,
            processing_ms,
            scheduling_ms,
        } = batch;
        if records == 0 || processing_ms <= 0 {
            return None;
        }
        let processing_rate = records as f64 / processing_ms as f64 * 1000.0;
        let Some(latest) = self.latest.get() else {
            self.latest.set(Some(Latest {
                ended_ms,
                rate: processing_rate,
                error: 0.0,
            }));
            return None;
        };
        if ended_ms <= latest.ended_ms {
            return None;
        }
        let settings = self.settings;
        let seconds = (ended_ms - latest.ended_ms) as f64 / 1000.0;
        let error = latest.rate - processing_rate;
        let piled_up = scheduling_ms as f64 * processing_rate / self.batch_ms as f64;
        let change = (error - latest.error) / seconds;
        let rate = latest.rate
            - settings.proportional * error
            - settings.integral * piled_up
            - settings.derivative * change;
        let rate = rate.max(settings.min_rate);
        self.latest.set(Some(Latest {
            ended_ms,
            rate,
            error,
        }));
        Some(rate as i64).filter(|rate| *rate > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEFAULT: PidSettings = PidSettings {
        proportional: 1.0,
        integral: 0.2,
        derivative: 0.0,
        min_rate: 100.0,
    };

    fn batch(ended_ms: i64, processing_ms: i64, scheduling_ms: i64) -> BatchDurations {
        BatchDurations {
            ended_ms,
            processing_ms,
            scheduling_ms,
        }
    }

    #[test]
    fn the_rate_follows_what_is_processed() {
        let controller = RateController::new(DEFAULT, 1000);
        assert_eq!(controller.complete(batch(1000, 0, 0), 500), None);
        assert_eq!(controller.complete(batch(1000, 500, 0), 0), None);
        assert_eq!(controller.complete(batch(1500, 500, 0), 500), None);
        assert_eq!(controller.complete(batch(2500, 1000, 0), 400), Some(400));
        // 2 s late at 400 records a second: a fifth of 800 has to be caught up.
        assert_eq!(controller.complete(batch(3500, 1000, 2000), 400), Some(240));
        assert_eq!(controller.complete(batch(4500, 1000, 9000), 240), Some(100));
        assert_eq!(controller.complete(batch(4500, 1000, 0), 240), None);
    }

    #[test]
    fn a_change_of_the_error_may_count() {
        let settings = PidSettings {
            derivative: 0.5,
            ..DEFAULT
        };
        let controller = RateController::new(settings, 1000);
        assert_eq!(controller.complete(batch(1000, 1000, 0), 1000), None);
        assert_eq!(controller.complete(batch(2000, 1000, 0), 600), Some(400));
    }
}
