//! The RDDs that a stream had, for a page to inspect.

use std::cell::RefCell;

use super::BatchTime;
use super::by_time::ByTime;
use crate::rdd::Rdd;

/// The RDDs that a stream had since somebody asked for them. Keeping them costs no work: an RDD is
/// its lineage, and is computed again when it is inspected.
#[derive(Default)]
pub(crate) struct History(RefCell<Option<ByTime<Rdd>>>);

impl History {
    /// Remembers RDDs from now on.
    pub(crate) fn begin(&self) {
        self.0.borrow_mut().get_or_insert_default();
    }

    pub(crate) fn note(&self, time: BatchTime, rdd: &Rdd) {
        if let Some(rdds) = &mut *self.0.borrow_mut() {
            rdds.insert(time, rdd.clone());
        }
    }

    pub(crate) fn at(&self, time: BatchTime) -> Option<Rdd> {
        self.0.borrow().as_ref()?.get(time).cloned()
    }

    /// Forgets the RDDs of times before one.
    pub(crate) fn forget_before(&self, time: BatchTime) {
        let dropped = match &mut *self.0.borrow_mut() {
            Some(rdds) => rdds.take_until(time.minus(1)),
            None => return,
        };
        drop(dropped);
    }

    /// Forgets everything, for good.
    pub(crate) fn end(&self) {
        let forgotten = self.0.take();
        drop(forgotten);
    }
}
