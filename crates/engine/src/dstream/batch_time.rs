//! The time of a batch.

use std::fmt;

/// The time of a batch: the end of the interval whose data it holds, in milliseconds since 1970.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct BatchTime(pub i64);

impl BatchTime {
    /// The milliseconds since 1970.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// So many milliseconds later.
    #[must_use]
    pub fn plus(self, millis: i64) -> BatchTime {
        BatchTime(self.0 + millis)
    }

    /// So many milliseconds earlier.
    #[must_use]
    pub fn minus(self, millis: i64) -> BatchTime {
        BatchTime(self.0 - millis)
    }

    /// This time, or the nearest one before it that is a whole number of slides after `zero`.
    #[must_use]
    pub(crate) fn floor(self, slide_ms: i64, zero: BatchTime) -> BatchTime {
        let since = self.0 - zero.0;
        BatchTime(zero.0 + since.div_euclid(slide_ms) * slide_ms)
    }

    /// Whether it is a whole number of slides after `zero`.
    pub(crate) fn is_on_slide(self, slide_ms: i64, zero: BatchTime) -> bool {
        (self.0 - zero.0) % slide_ms == 0
    }
}

impl fmt::Display for BatchTime {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} ms", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floors_to_the_grid_of_slides() {
        let zero = BatchTime(1000);
        assert_eq!(BatchTime(5500).floor(2000, zero), BatchTime(5000));
        assert_eq!(BatchTime(5000).floor(2000, zero), BatchTime(5000));
        assert_eq!(BatchTime(500).floor(2000, zero), BatchTime(-1000));
    }
}
