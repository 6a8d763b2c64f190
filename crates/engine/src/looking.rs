//! What a look at records computes, beside what the program keeps.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::partition::Partition;
use crate::shuffle::{MapOutput, Shuffle};

/// Outputs of shuffles and partitions of cached RDDs that a look had to compute. The program never
/// sees them: whether a function of its own runs, and adds to an accumulator, must not depend on
/// who has looked.
#[derive(Default)]
pub(crate) struct Looked {
    /// By the shuffle's address and the map task.
    outputs: Mutex<HashMap<(usize, usize), MapOutput>>,
    /// By the plan's number and the partition.
    partitions: Mutex<HashMap<(u64, usize), Partition>>,
}

impl Looked {
    pub(crate) fn output(&self, shuffle: &Shuffle, task: usize) -> Option<MapOutput> {
        let outputs = self.outputs.lock().unwrap_or_else(PoisonError::into_inner);
        outputs.get(&(address(shuffle), task)).cloned()
    }

    pub(crate) fn put_output(&self, shuffle: &Shuffle, task: usize, output: MapOutput) {
        let mut outputs = self.outputs.lock().unwrap_or_else(PoisonError::into_inner);
        outputs.insert((address(shuffle), task), output);
    }

    pub(crate) fn partition(&self, plan: u64, index: usize) -> Option<Partition> {
        let partitions = self
            .partitions
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        partitions.get(&(plan, index)).cloned()
    }

    pub(crate) fn put_partition(&self, plan: u64, index: usize, partition: &Partition) {
        let mut partitions = self
            .partitions
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        partitions.insert((plan, index), partition.clone());
    }
}

fn address(shuffle: &Shuffle) -> usize {
    std::ptr::from_ref(shuffle) as usize
}

/// The look that a job belongs to, if it belongs to one.
pub(crate) type Look = Option<Arc<Looked>>;
