//! Which batches a window holds.

use brooklet_engine::dstream::BatchTime;
use brooklet_protocol::WindowInspection;

/// The batches of a window that ends at `time`. Of the two slides, the first is the window's, the
/// second its parent's, whose RDDs it holds; there are none up to `zero`.
pub(super) fn window_inspection(
    time: BatchTime,
    zero: BatchTime,
    window_ms: i64,
    (slide_ms, parent_slide_ms): (i64, i64),
) -> WindowInspection {
    let held_at = |end: BatchTime| -> Vec<i64> {
        let after = end.minus(window_ms).max(zero).millis();
        let first = zero.millis()
            + ((after - zero.millis()).div_euclid(parent_slide_ms) + 1) * parent_slide_ms;
        (first..=end.millis())
            .step_by(parent_slide_ms as usize)
            .collect()
    };
    let inside_ms = held_at(time);
    let before = held_at(time.minus(slide_ms));
    let only = |these: &[i64], those: &[i64]| -> Vec<i64> {
        let new = these.iter().filter(|time| !those.contains(time));
        new.copied().collect()
    };
    WindowInspection {
        entered_ms: only(&inside_ms, &before),
        left_ms: only(&before, &inside_ms),
        inside_ms,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(time: i64, window_ms: i64, slides: (i64, i64)) -> (Vec<i64>, Vec<i64>, Vec<i64>) {
        let held = window_inspection(BatchTime(time), BatchTime(0), window_ms, slides);
        (held.inside_ms, held.entered_ms, held.left_ms)
    }

    #[test]
    fn a_window_slides_over_batches() {
        assert_eq!(held(1, 3, (1, 1)), (vec![1], vec![1], vec![]));
        assert_eq!(held(3, 3, (1, 1)), (vec![1, 2, 3], vec![3], vec![]));
        assert_eq!(held(5, 3, (1, 1)), (vec![3, 4, 5], vec![5], vec![2]));
        assert_eq!(held(6, 3, (2, 1)), (vec![4, 5, 6], vec![5, 6], vec![2, 3]));
        assert_eq!(held(6, 1, (3, 1)), (vec![6], vec![6], vec![3]));
    }

    #[test]
    fn a_parent_may_slide_itself() {
        assert_eq!(held(8, 4, (4, 2)), (vec![6, 8], vec![6, 8], vec![2, 4]));
    }
}
