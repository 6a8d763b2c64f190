//! `range` and `slice`.

use super::Value;

/// A Python `range` over 64-bit integers.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// The first value.
    pub start: i64,
    /// The end, which is left out.
    pub stop: i64,
    /// The difference between neighbours; not 0.
    pub step: i64,
}

impl Range {
    /// How many values there are: up to 2⁶⁴ - 1, which is more than a 32-bit machine can count in `usize`.
    pub fn len(&self) -> u64 {
        let (start, stop, step) = (self.start as i128, self.stop as i128, self.step as i128);
        let count = if step > 0 {
            (stop - start + step - 1) / step
        } else {
            (start - stop - step - 1) / -step
        };
        count.max(0) as u64
    }

    /// Whether there is no value.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The index of a value, if it is in the range.
    pub fn position(&self, value: i64) -> Option<u64> {
        let distance = i128::from(value) - i128::from(self.start);
        let step = i128::from(self.step);
        let index = distance / step;
        (distance % step == 0 && index >= 0 && index < i128::from(self.len()))
            .then_some(index as u64)
    }

    /// The value at an index that is in range.
    pub fn get(&self, index: u64) -> i64 {
        self.start
            .wrapping_add((index as i64).wrapping_mul(self.step))
    }
}

/// A Python `slice`: three values, `None` where left out.
pub struct Slice {
    /// Where it starts.
    pub start: Value,
    /// Where it ends.
    pub stop: Value,
    /// Its step.
    pub step: Value,
}
