//! How records become blocks.

use std::collections::VecDeque;

use brooklet_python::pickle::Pickled;

use super::rate_limiter::RateLimiter;

/// Cuts records into blocks: at every whole number of block intervals since 1970, what came since the
/// one before is a block, unless nothing came. A record that comes exactly then belongs to it.
///
/// Source: `BlockGenerator`.
pub(super) struct BlockGenerator {
    interval_ms: i64,
    limiter: Option<RateLimiter>,
    /// What has come and was not read yet, for the rate is limited.
    waiting: VecDeque<(i64, Pickled)>,
    blocks: VecDeque<ReceivedBlock>,
}

/// A block.
pub(super) struct ReceivedBlock {
    /// When it is cut.
    pub(super) cut_ms: i64,
    pub(super) records: Vec<Pickled>,
    /// Whether it was told of.
    pub(super) is_told: bool,
}

impl BlockGenerator {
    /// Blocks of so many milliseconds; at most so many records a second are read, from now on.
    pub(super) fn new(interval_ms: i64, rate: Option<f64>, now_ms: i64) -> BlockGenerator {
        BlockGenerator {
            interval_ms: interval_ms.max(1),
            limiter: rate.map(|rate| RateLimiter::new(rate, now_ms)),
            waiting: VecDeque::new(),
            blocks: VecDeque::new(),
        }
    }

    /// Reads so many records a second at most from now on.
    pub(super) fn set_rate(&mut self, rate: f64, now_ms: i64) {
        match &mut self.limiter {
            Some(limiter) => limiter.set_rate(rate, now_ms),
            None => self.limiter = Some(RateLimiter::new(rate, now_ms)),
        }
    }

    /// Takes a record that has come.
    pub(super) fn add(&mut self, came_ms: i64, record: Pickled) {
        self.waiting.push_back((came_ms, record));
    }

    /// Reads what may be read until now.
    pub(super) fn read(&mut self, until_ms: i64) {
        while let Some((came_ms, _)) = self.waiting.front() {
            let came_ms = *came_ms;
            let read_ms = match &mut self.limiter {
                None => came_ms,
                Some(limiter) if limiter.passes_ms(came_ms) > until_ms => return,
                Some(limiter) => limiter.pass(came_ms),
            };
            let record = self.waiting.pop_front().map(|(_, record)| record);
            let cut_ms = -(-read_ms).div_euclid(self.interval_ms) * self.interval_ms;
            match self.blocks.back_mut() {
                Some(last) if last.cut_ms == cut_ms => last.records.extend(record),
                _ => self.blocks.push_back(ReceivedBlock {
                    cut_ms,
                    records: record.into_iter().collect(),
                    is_told: false,
                }),
            }
        }
    }

    /// Cuts what is left now, and reads nothing more.
    pub(super) fn end(&mut self, now_ms: i64) {
        self.waiting.clear();
        for block in &mut self.blocks {
            block.cut_ms = block.cut_ms.min(now_ms);
        }
    }

    /// The blocks that were cut until now and not told of.
    pub(super) fn untold(&mut self, until_ms: i64) -> impl Iterator<Item = &mut ReceivedBlock> {
        let blocks = self.blocks.iter_mut();
        blocks.filter(move |block| !block.is_told && block.cut_ms <= until_ms)
    }

    /// Takes the blocks that were cut before a batch; one that is cut at its very time misses it.
    pub(super) fn take_before(&mut self, batch_ms: i64) -> Vec<ReceivedBlock> {
        let count = self.blocks.partition_point(|block| block.cut_ms < batch_ms);
        self.blocks.drain(..count).collect()
    }

    /// Whether it holds anything that no batch has taken.
    pub(super) fn holds_any(&self) -> bool {
        !self.waiting.is_empty() || !self.blocks.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(generator: &mut BlockGenerator, batch_ms: i64) -> Vec<Vec<i64>> {
        let blocks = generator.take_before(batch_ms).into_iter();
        let numbers = |block: ReceivedBlock| {
            let records = block.records.into_iter();
            let number = |record| match record {
                Pickled::Int(number) => number,
                _ => unreachable!("only ints were added"),
            };
            records.map(number).collect()
        };
        blocks.map(numbers).collect()
    }

    fn add(generator: &mut BlockGenerator, came_ms: &[i64]) {
        for came_ms in came_ms {
            generator.add(*came_ms, Pickled::Int(*came_ms));
        }
    }

    #[test]
    fn a_block_that_is_cut_at_the_batch_misses_it() {
        let mut generator = BlockGenerator::new(200, None, 0);
        add(&mut generator, &[100, 200, 201, 790, 801, 1000]);
        generator.read(1000);
        assert_eq!(
            blocks(&mut generator, 1000),
            [vec![100, 200], vec![201], vec![790]]
        );
        assert_eq!(blocks(&mut generator, 2000), [vec![801, 1000]]);
        assert!(!generator.holds_any());
    }

    #[test]
    fn what_exceeds_the_rate_waits() {
        let mut generator = BlockGenerator::new(1000, Some(5.0), 0);
        add(&mut generator, &[0; 8]);
        generator.read(2000);
        assert_eq!(blocks(&mut generator, 2000), [vec![0], vec![0; 5]]);
        generator.read(3000);
        assert_eq!(blocks(&mut generator, 3000), [vec![0; 2]]);
    }

    #[test]
    fn the_end_cuts_what_is_left() {
        let mut generator = BlockGenerator::new(200, None, 0);
        add(&mut generator, &[850]);
        generator.read(900);
        generator.end(900);
        assert_eq!(blocks(&mut generator, 1000), [vec![850]]);
    }
}
