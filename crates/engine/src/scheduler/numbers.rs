//! The numbers of jobs, stages and tasks, each counted from 0 over the context's life.

use super::Scheduler;

/// The numbers that come next.
#[derive(Clone, Copy, Default)]
pub(super) struct Numbers {
    pub(super) job: u64,
    pub(super) stage: u64,
    pub(super) task: u64,
}

impl Scheduler {
    /// Takes so many numbers; the first of them.
    pub(super) fn take_number(&self, of: fn(&mut Numbers) -> &mut u64, count: usize) -> u64 {
        let mut numbers = self.numbers.get();
        let next = of(&mut numbers);
        let first = *next;
        *next += count as u64;
        self.numbers.set(numbers);
        first
    }
}
