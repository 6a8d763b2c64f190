//! Values by batch time.

use super::BatchTime;

/// Values by batch time. There are few at once: a sorted list is enough.
pub(super) struct ByTime<T>(Vec<(BatchTime, T)>);

impl<T> Default for ByTime<T> {
    fn default() -> ByTime<T> {
        ByTime(Vec::new())
    }
}

impl<T> ByTime<T> {
    pub(super) fn get(&self, time: BatchTime) -> Option<&T> {
        let at = self.position(time).ok()?;
        Some(&self.0[at].1)
    }

    /// Puts in the value of a time; one that was there is replaced.
    pub(super) fn insert(&mut self, time: BatchTime, value: T) {
        match self.position(time) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (time, value)),
        }
    }

    /// In the order of their times.
    pub(super) fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, value)| value)
    }

    pub(super) fn retain(&mut self, keeps: impl Fn(&T) -> bool) {
        self.0.retain(|(_, value)| keeps(value));
    }

    /// Takes out the values of that time and of all times before it, in order.
    pub(super) fn take_until(&mut self, until: BatchTime) -> impl Iterator<Item = T> + use<T> {
        let kept = self
            .0
            .split_off(self.0.partition_point(|(time, _)| *time <= until));
        let taken = std::mem::replace(&mut self.0, kept);
        taken.into_iter().map(|(_, value)| value)
    }

    fn position(&self, time: BatchTime) -> Result<usize, usize> {
        self.0.binary_search_by_key(&time, |(at, _)| *at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_one_value_a_time_until_it_is_taken() {
        let mut kept = ByTime::default();
        for (time, value) in [(2000, 'b'), (1000, 'a'), (3000, 'c'), (2000, 'd')] {
            kept.insert(BatchTime(time), value);
        }
        assert_eq!(kept.get(BatchTime(2000)), Some(&'d'));
        assert_eq!(kept.get(BatchTime(2500)), None);
        assert_eq!(kept.take_until(BatchTime(2000)).collect::<String>(), "ad");
        assert_eq!(kept.values().collect::<String>(), "c");
    }
}
