//! Checkpoints of the graph, from which a new context can be made.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use brooklet_python::files::FileSystem;

use super::BatchTime;
use crate::files::child;

/// How many files are kept.
const KEPT: usize = 10;

const PREFIX: &str = "checkpoint-";
const BACKUP: &str = ".bk";

/// The checkpoints of a graph. Every batch writes one when its jobs are made, and one when they are
/// done.
///
/// The graph itself stays in memory while the program runs. So the file of a checkpoint is empty:
/// it says only that a context can be made from it. Source: `CheckpointWriter`, `JobScheduler.getPendingTimes`.
#[derive(Default)]
pub(super) struct GraphCheckpoints {
    directory: RefCell<Option<Rc<str>>>,
    latest: Cell<Option<BatchTime>>,
    /// Batches that have begun and are not done. A batch whose last job failed is never done.
    pending: RefCell<Vec<BatchTime>>,
}

impl GraphCheckpoints {
    /// Writes checkpoints into a folder from now on.
    pub(super) fn enable(&self, directory: &str) {
        *self.directory.borrow_mut() = Some(directory.into());
    }

    /// The folder that they are written into.
    pub(super) fn directory(&self) -> Option<Rc<str>> {
        self.directory.borrow().clone()
    }

    /// The batch of the newest checkpoint.
    pub(super) fn latest(&self) -> Option<BatchTime> {
        self.latest.get()
    }

    /// Notes that the jobs of a batch are about to run.
    pub(super) fn begin(&self, time: BatchTime) {
        let mut pending = self.pending.borrow_mut();
        if !pending.contains(&time) {
            pending.push(time);
        }
    }

    /// Notes that a batch is done.
    pub(super) fn complete(&self, time: BatchTime) {
        self.pending.borrow_mut().retain(|other| *other != time);
    }

    /// Writes a checkpoint. If the batch has one already, that becomes the backup.
    pub(super) fn write(&self, files: &dyn FileSystem, time: BatchTime) {
        let Some(directory) = self.directory() else {
            return;
        };
        let name = format!("{PREFIX}{}", time.millis());
        let path = child(&directory, &name);
        // Failing to write a checkpoint does not disturb the stream.
        if files.status(&path).is_ok() {
            let _ = files.write(&(path.clone() + BACKUP), b"", time.millis());
        }
        let _ = files.write(&path, b"", time.millis());
        let names = names(files, &directory);
        for old in &names[..names.len().saturating_sub(KEPT)] {
            let _ = files.remove(&child(&directory, old));
        }
        self.latest.set(Some(time));
    }

    /// The batches that a context runs at once when it is made from the newest checkpoint: those
    /// that are not done, and the batch of the checkpoint.
    pub(super) fn to_run(&self) -> Vec<BatchTime> {
        let mut times = self.pending.borrow().clone();
        times.extend(self.latest.get());
        times.sort_unstable();
        times.dedup();
        times
    }
}

/// Whether a folder has a checkpoint.
pub fn has_graph_checkpoint(files: &dyn FileSystem, directory: &str) -> bool {
    !names(files, directory).is_empty()
}

/// The checkpoints in a folder, the oldest first; a backup comes before its checkpoint.
fn names(files: &dyn FileSystem, directory: &str) -> Vec<String> {
    let order = |name: &String| {
        let time = name.strip_prefix(PREFIX)?;
        let (time, is_newest) = match time.strip_suffix(BACKUP) {
            Some(time) => (time, false),
            None => (time, true),
        };
        Some((time.parse::<i64>().ok()?, is_newest))
    };
    let mut names = files.list(directory).unwrap_or_default();
    names.retain(|name| order(name).is_some());
    names.sort_by_key(order);
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::MemoryFiles;

    #[test]
    fn the_newest_files_stay() {
        let files = MemoryFiles::new();
        files.make_directory("cp", 0).expect("there is room");
        let checkpoints = GraphCheckpoints::default();
        checkpoints.write(&files, BatchTime(1000));
        assert!(!has_graph_checkpoint(&files, "cp"));
        checkpoints.enable("cp");
        for second in 8..=14 {
            checkpoints.write(&files, BatchTime(second * 1000));
            checkpoints.write(&files, BatchTime(second * 1000));
        }
        let expected: Vec<String> = (10..=14)
            .flat_map(|second| ["000.bk", "000"].map(|end| format!("checkpoint-{second}{end}")))
            .collect();
        assert_eq!(names(&files, "cp"), expected);
        assert_eq!(checkpoints.latest(), Some(BatchTime(14_000)));
    }

    #[test]
    fn batches_that_are_not_done_run_again() {
        let checkpoints = GraphCheckpoints::default();
        checkpoints.enable("cp");
        let files = MemoryFiles::new();
        for time in [1000, 2000, 3000].map(BatchTime) {
            checkpoints.begin(time);
            checkpoints.write(&files, time);
            if time != BatchTime(2000) {
                checkpoints.complete(time);
            }
        }
        assert_eq!(checkpoints.to_run(), [2000, 3000].map(BatchTime));
    }
}
