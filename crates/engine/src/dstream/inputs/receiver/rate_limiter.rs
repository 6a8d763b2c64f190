//! How fast a receiver reads.

/// Lets so many records a second through: as long as fewer come, none waits; what was not used, for a
/// second at most, may follow at once; then they are spaced evenly.
///
/// Source: `RateLimiter` of Spark, which is Guava's `SmoothBursty`.
pub(super) struct RateLimiter {
    spacing_ms: f64,
    /// How many records may pass at once.
    stored: f64,
    most: f64,
    /// When the next record may pass.
    next_ms: f64,
}

impl RateLimiter {
    /// So many records a second, from now on.
    pub(super) fn new(rate: f64, now_ms: i64) -> RateLimiter {
        RateLimiter {
            spacing_ms: 1000.0 / rate,
            stored: 0.0,
            most: rate,
            next_ms: now_ms as f64,
        }
    }

    /// Lets another number a second through from now on.
    pub(super) fn set_rate(&mut self, rate: f64, now_ms: i64) {
        let now_ms = now_ms as f64;
        if now_ms > self.next_ms {
            let unused = (now_ms - self.next_ms) / self.spacing_ms;
            self.stored = (self.stored + unused).min(self.most);
            self.next_ms = now_ms;
        }
        self.stored *= rate / self.most;
        self.most = rate;
        self.spacing_ms = 1000.0 / rate;
    }

    /// When a record that has come at `now_ms` passes.
    pub(super) fn pass(&mut self, now_ms: i64) -> i64 {
        let passes_ms = self.next_ms.max(now_ms as f64);
        let unused = (passes_ms - self.next_ms) / self.spacing_ms;
        self.stored = (self.stored + unused).min(self.most);
        let from_stored = self.stored.min(1.0);
        self.stored -= from_stored;
        self.next_ms = passes_ms + (1.0 - from_stored) * self.spacing_ms;
        passes_ms.ceil() as i64
    }

    /// When a record that has come at `now_ms` would pass.
    pub(super) fn passes_ms(&self, now_ms: i64) -> i64 {
        self.next_ms.max(now_ms as f64).ceil() as i64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pass(limiter: &mut RateLimiter, at_ms: &[i64]) -> Vec<i64> {
        at_ms.iter().map(|at_ms| limiter.pass(*at_ms)).collect()
    }

    #[test]
    fn one_passes_and_the_others_are_spaced() {
        let mut limiter = RateLimiter::new(5.0, 0);
        assert_eq!(pass(&mut limiter, &[0, 0, 0, 500]), [0, 200, 400, 600]);
    }

    #[test]
    fn the_rate_may_change() {
        let mut limiter = RateLimiter::new(5.0, 0);
        limiter.set_rate(10.0, 400);
        assert_eq!(
            pass(&mut limiter, &[400; 6]),
            [400, 400, 400, 400, 400, 500]
        );
    }

    #[test]
    fn what_was_not_used_passes_at_once() {
        let mut limiter = RateLimiter::new(5.0, 0);
        assert_eq!(pass(&mut limiter, &[400; 5]), [400, 400, 400, 600, 800]);
        assert_eq!(limiter.passes_ms(400), 1000);
        let expected = [9000, 9000, 9000, 9000, 9000, 9000, 9200];
        assert_eq!(pass(&mut limiter, &[9000; 7]), expected);
    }
}
