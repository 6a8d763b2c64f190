//! How long a batch waits for the batches before it.

use std::cell::Cell;

/// The queue that batches wait in, on the timeline of a cluster: there a batch is due at its time,
/// and begins when the batches before it are done (`BatchInfo.schedulingDelay`:
/// `processingStartTime - submissionTime`).
///
/// When a batch is due is a moment of the virtual clock; how long it is processed is measured by
/// the wall clock. In real time the two clocks go together, and the delay is what a person waits;
/// at another pace it is what the batch would wait in real time.
#[derive(Default)]
pub(crate) struct BatchQueue {
    /// When the batches so far are done.
    done_ms: Cell<f64>,
}

impl BatchQueue {
    /// Puts a batch into the queue; how long it waits, in milliseconds.
    pub(crate) fn add(&self, due_ms: f64, processing_ms: f64) -> f64 {
        let begin_ms = self.done_ms.get().max(due_ms);
        self.done_ms.set(begin_ms + processing_ms);
        begin_ms - due_ms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_waits_for_those_before_it() {
        let queue = BatchQueue::default();
        let batches = [
            (1000.0, 200.0, 0.0),
            (2000.0, 2500.0, 0.0),
            (3000.0, 700.0, 1500.0),
            (4000.0, 100.0, 1200.0),
            (5000.0, 100.0, 300.0),
            (6000.0, 100.0, 0.0),
        ];
        for (due, processing, delay) in batches {
            assert_eq!(queue.add(due, processing), delay, "due at {due}");
        }
    }
}
