//! How far back a page can inspect batches.

use std::collections::VecDeque;

use brooklet_engine::dstream::BatchTime;

/// How many batches are kept to be inspected.
const MOST_BATCHES: usize = 1000;

/// How many records they may have read together; the newest batch is kept whatever it read.
const MOST_RECORDS: u64 = 2_000_000;

/// The batches whose RDDs are kept, the newest last. What costs memory are the records that their
/// lineages begin with, and those that their shuffles wrote.
#[derive(Default)]
pub(crate) struct KeptBatches {
    batches: VecDeque<(BatchTime, u64)>,
    records: u64,
}

impl KeptBatches {
    /// Keeps one more; the oldest that is kept then, if that is another one than before.
    pub(crate) fn keep(&mut self, time: BatchTime, records: u64) -> Option<BatchTime> {
        let oldest = self.first();
        self.batches.push_back((time, records));
        self.records += records;
        while self.batches.len() > 1
            && (self.batches.len() > MOST_BATCHES || self.records > MOST_RECORDS)
        {
            let dropped = self.batches.pop_front();
            self.records -= dropped.map_or(0, |(_, records)| records);
        }
        self.first()
            .filter(|first| oldest.is_some_and(|oldest| oldest < *first))
    }

    /// The oldest one.
    pub(crate) fn first(&self) -> Option<BatchTime> {
        self.batches.front().map(|(time, _)| *time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_make_room() {
        let mut kept = KeptBatches::default();
        for batch in 1..=MOST_BATCHES as i64 {
            assert_eq!(kept.keep(BatchTime(batch), 1), None);
        }
        assert_eq!(kept.keep(BatchTime(1001), 1), Some(BatchTime(2)));
        assert_eq!(
            kept.keep(BatchTime(1002), MOST_RECORDS),
            Some(BatchTime(1002))
        );
        assert_eq!(
            kept.keep(BatchTime(1003), MOST_RECORDS + 1),
            Some(BatchTime(1003))
        );
        assert_eq!(kept.first(), Some(BatchTime(1003)));
    }
}
