//! What arrives in a feed, by time.

use std::cell::{Cell, Ref, RefCell};

use super::BatchGrid;

/// When something arrives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    /// At a moment, in milliseconds since 1970.
    At(i64),
    /// In time for a batch, counted from 1.
    ForBatch(i64),
}

/// What arrives, in the order of its times. While it is not known when a batch is, what is meant
/// for one stands at the end.
pub(crate) struct Arrivals<T>(RefCell<Vec<Arrival<T>>>, Cell<Option<BatchGrid>>);

pub(crate) struct Arrival<T> {
    when: When,
    pub(crate) what: T,
}

impl<T> Default for Arrivals<T> {
    fn default() -> Arrivals<T> {
        Arrivals(RefCell::default(), Cell::new(None))
    }
}

impl<T> Arrival<T> {
    /// Its moment; the end of time while that is not known.
    pub(crate) fn at_ms(&self) -> i64 {
        match self.when {
            When::At(ms) => ms,
            When::ForBatch(_) => i64::MAX,
        }
    }
}

impl<T> Arrivals<T> {
    /// Adds one, behind those of the same time.
    pub(crate) fn add(&self, when: When, what: T) {
        let when = match (when, self.1.get()) {
            (When::ForBatch(batch), Some(grid)) => When::At(grid.arrival_ms(batch)),
            (when, _) => when,
        };
        let arrival = Arrival { when, what };
        let mut arrivals = self.0.borrow_mut();
        let at = arrivals.partition_point(|other| other.at_ms() <= arrival.at_ms());
        arrivals.insert(at, arrival);
    }

    pub(crate) fn set_batches(&self, grid: BatchGrid) {
        self.1.set(Some(grid));
        let mut arrivals = self.0.borrow_mut();
        for arrival in &mut *arrivals {
            if let When::ForBatch(batch) = arrival.when {
                arrival.when = When::At(grid.arrival_ms(batch));
            }
        }
        arrivals.sort_by_key(Arrival::at_ms);
    }

    /// Where batches are, once that is known.
    pub(crate) fn batches(&self) -> Option<BatchGrid> {
        self.1.get()
    }

    pub(crate) fn get(&self) -> Ref<'_, Vec<Arrival<T>>> {
        self.0.borrow()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_for_a_batch_finds_its_place() {
        let arrivals = Arrivals::default();
        arrivals.add(When::ForBatch(2), 'd');
        arrivals.add(When::At(1600), 'c');
        arrivals.add(When::ForBatch(1), 'a');
        arrivals.add(When::At(700), 'b');
        arrivals.set_batches(BatchGrid {
            zero_ms: 0,
            batch_ms: 1000,
            block_ms: 200,
        });
        arrivals.add(When::ForBatch(1), 'A');
        let order: Vec<(i64, char)> = arrivals
            .get()
            .iter()
            .map(|arrival| (arrival.at_ms(), arrival.what))
            .collect();
        let expected = [(600, 'a'), (600, 'A'), (700, 'b'), (1600, 'c'), (1600, 'd')];
        assert_eq!(order, expected);
    }
}
