//! Broadcast variables as jobs see them: which ones their functions hold.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use brooklet_python::vm::Vm;

use crate::error::Error;

/// What all sides know of a broadcast variable.
#[derive(Debug)]
pub struct BroadcastState {
    /// Its number, counted from 0 over the context's life.
    pub id: u64,
    destroyed: AtomicBool,
}

impl BroadcastState {
    /// A variable that can be used.
    pub fn new(id: u64) -> Arc<BroadcastState> {
        Arc::new(BroadcastState {
            id,
            destroyed: AtomicBool::new(false),
        })
    }

    /// From now on no job may use it.
    pub fn destroy(&self) {
        self.destroyed.store(true, Ordering::Relaxed);
    }

    /// Refuses a job whose functions hold it once it is destroyed (`Broadcast.assertValid`).
    pub(crate) fn check(&self) -> Result<(), Error> {
        if !self.destroyed.load(Ordering::Relaxed) {
            return Ok(());
        }
        Err(Error::spark(format!(
            "Job aborted due to stage failure: Task serialization failed: java.io.IOException: \
             org.apache.spark.SparkException: [INTERNAL_ERROR_BROADCAST] Attempted to use \
             Broadcast({}) after it was destroyed (destroy at NativeMethodAccessorImpl.java:0)  \
             SQLSTATE: XX000",
            self.id
        )))
    }
}

/// The broadcast variables met while functions are pickled (`SparkContext._pickled_broadcast_vars`).
#[derive(Default)]
pub struct PickledBroadcasts(RefCell<Vec<Arc<BroadcastState>>>);

impl PickledBroadcasts {
    /// Those of a machine.
    pub fn of(vm: &mut Vm) -> Rc<PickledBroadcasts> {
        vm.extension(PickledBroadcasts::default)
    }

    /// Notes one.
    pub fn note(&self, broadcast: &Arc<BroadcastState>) {
        self.0.borrow_mut().push(broadcast.clone());
    }

    /// Takes those that were met since the last time.
    pub(crate) fn take(&self) -> Vec<Arc<BroadcastState>> {
        self.0.take()
    }
}
