//! Which points of a batch an iteration looks at (`RDD.sample` without replacement).

use brooklet_engine::XorShift;

/// Fractions up to this are sampled by drawing the gaps between points.
const MOST_GAP_FRACTION: f64 = 0.4;

/// Java's `java.util.Random`, for the seeds of partitions.
pub(crate) struct JavaRandom(u64);

impl JavaRandom {
    const MULTIPLIER: u64 = 0x5_deec_e66d;
    const MASK: u64 = (1 << 48) - 1;

    pub(crate) fn new(seed: u64) -> JavaRandom {
        JavaRandom((seed ^ JavaRandom::MULTIPLIER) & JavaRandom::MASK)
    }

    fn next(&mut self) -> i32 {
        self.0 = (self.0.wrapping_mul(JavaRandom::MULTIPLIER) + 0xb) & JavaRandom::MASK;
        (self.0 >> 16) as i32
    }

    pub(crate) fn next_long(&mut self) -> u64 {
        let high = i64::from(self.next()) << 32;
        (high.wrapping_add(i64::from(self.next()))) as u64
    }
}

/// The indices of the points that are kept of a partition of `count`.
pub(crate) fn sample(count: usize, fraction: f64, seed: u64) -> Vec<usize> {
    if fraction >= 1.0 {
        return (0..count).collect();
    }
    if fraction <= 0.0 {
        return Vec::new();
    }
    let mut random = XorShift::new(seed);
    if fraction > MOST_GAP_FRACTION {
        return (0..count)
            .filter(|_| random.next_double() <= fraction)
            .collect();
    }
    let log_miss = (-fraction).ln_1p();
    let mut gap = || {
        let drawn = random.next_double().max(5e-11);
        (drawn.ln() / log_miss) as usize
    };
    let mut kept = Vec::new();
    let mut at = gap();
    while at < count {
        kept.push(at);
        at = at.saturating_add(1).saturating_add(gap());
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn java_random_draws_what_java_draws() {
        // `new java.util.Random(42).nextLong()`.
        assert_eq!(
            JavaRandom::new(42).next_long() as i64,
            -5_025_562_857_975_149_833
        );
    }

    #[test]
    fn everything_and_nothing() {
        assert_eq!(sample(3, 1.0, 7), [0, 1, 2]);
        assert!(sample(3, 0.0, 7).is_empty());
    }

    #[test]
    fn about_as_many_as_asked_for_are_kept() {
        for fraction in [0.1, 0.3, 0.5, 0.9] {
            let kept = sample(10_000, fraction, 43).len() as f64;
            assert!(
                (kept / 10_000.0 - fraction).abs() < 0.03,
                "{fraction}: {kept}"
            );
        }
    }
}
