//! Which files of a watched folder belong to a batch.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::sync::Arc;

use brooklet_python::files::FileSystem;

use crate::dstream::BatchTime;
use crate::dstream::by_time::ByTime;
use crate::error::{Error, Result};
use crate::files::{location, matching_folders};

/// How long a file may be older than its batch (`spark.streaming.fileStream.minRememberDuration`).
const LEAST_REMEMBER_MS: i64 = 60_000;

/// Which files of a watched folder belong to a batch.
///
/// A file belongs to the first batch that ends after the file was last written. There are four
/// conditions:
///
/// - Its name does not start with `.`.
/// - It was written after the stream was made.
/// - It was written at most a minute (rounded up to whole batches) before the batch.
/// - Its path was not taken within that minute already.
///
/// A file counts as written just after the moment that its time says.
///
/// Source: `FileInputDStream`.
pub(crate) struct ArrivingFiles {
    files: Arc<dyn FileSystem>,
    folder: String,
    made_ms: i64,
    remember_ms: i64,
    taken: RefCell<ByTime<Vec<String>>>,
    ever_taken: RefCell<HashSet<String>>,
    has_ignored: Cell<bool>,
}

impl ArrivingFiles {
    /// Watches a folder (or several, by a pattern) from `now_ms` on.
    pub(crate) fn new(
        files: Arc<dyn FileSystem>,
        folder: &str,
        batch_ms: i64,
        now_ms: i64,
    ) -> ArrivingFiles {
        let batches = (LEAST_REMEMBER_MS + batch_ms - 1) / batch_ms.max(1);
        ArrivingFiles {
            files,
            folder: folder.to_owned(),
            made_ms: now_ms,
            remember_ms: batch_ms * batches,
            taken: RefCell::default(),
            ever_taken: RefCell::default(),
            has_ignored: Cell::new(false),
        }
    }

    /// How long a stream of these files remembers at least.
    pub(crate) fn remember_ms(&self) -> i64 {
        self.remember_ms
    }

    /// The file system that they are in.
    pub(crate) fn files(&self) -> &Arc<dyn FileSystem> {
        &self.files
    }

    /// Takes the files of a batch, in the order of their names.
    ///
    /// # Errors
    /// `InvalidInputException` for a name that starts with `_`, which Hadoop does not read; all
    /// files of the batch are taken nevertheless.
    pub(crate) fn take(&self, time: BatchTime) -> Result<Vec<String>> {
        let taken: HashSet<String> = self.taken.borrow().values().flatten().cloned().collect();
        let oldest = self.made_ms.max(time.millis() - self.remember_ms);
        let mut new = Vec::new();
        for folder in matching_folders(&*self.files, &self.folder) {
            for name in self.files.list(&folder).unwrap_or_default() {
                let path = format!("{folder}/{name}");
                let Ok(status) = self.files.status(&path) else {
                    continue;
                };
                let arrives = (oldest..time.millis()).contains(&status.modified_ms);
                let is_hidden = name.starts_with('.');
                if arrives && !is_hidden && !taken.contains(&path) {
                    self.ever_taken.borrow_mut().insert(path.clone());
                    new.push(path);
                } else if is_hidden || !self.ever_taken.borrow().contains(&path) {
                    let is_over = status.modified_ms < time.millis();
                    self.has_ignored.set(self.has_ignored.get() || is_over);
                }
            }
        }
        self.taken.borrow_mut().insert(time, new.clone());
        let hidden = new.iter().find(|path| {
            let name = path.rsplit('/').next().unwrap_or(path);
            name.starts_with('_')
        });
        match hidden {
            Some(path) => Err(Error::Java {
                class: "org.apache.hadoop.mapreduce.lib.input.InvalidInputException",
                message: format!(
                    "Input path does not exist: {}",
                    location(&*self.files, path)
                ),
            }),
            None => Ok(new),
        }
    }

    /// Whether the folder has a file that no batch will take.
    pub(crate) fn has_ignored(&self) -> bool {
        self.has_ignored.get()
    }

    /// Whether the files of a batch were taken.
    pub(crate) fn has_taken(&self, time: BatchTime) -> bool {
        self.taken.borrow().get(time).is_some()
    }

    /// The files that were taken for a batch.
    pub(crate) fn taken(&self, time: BatchTime) -> Vec<String> {
        let taken = self.taken.borrow();
        taken.get(time).cloned().unwrap_or_default()
    }

    /// Forgets the files of this batch and of all before it.
    pub(crate) fn forget(&self, until: BatchTime) {
        drop(self.taken.borrow_mut().take_until(until));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::MemoryFiles;

    fn watch() -> (Arc<MemoryFiles>, ArrivingFiles) {
        let files = Arc::new(MemoryFiles::new());
        files.put("in/early.txt", *b"", 500);
        let arriving = ArrivingFiles::new(files.clone(), "in", 1000, 1000);
        (files, arriving)
    }

    #[test]
    fn a_file_belongs_to_the_batch_that_ends_after_it() {
        let (files, arriving) = watch();
        files.put("in/b.txt", *b"", 1000);
        files.put("in/a.txt", *b"", 1999);
        files.put("in/late.txt", *b"", 2000);
        files.put("in/.hidden", *b"", 1500);
        assert_eq!(
            arriving.take(BatchTime(2000)).unwrap(),
            ["in/a.txt", "in/b.txt"]
        );
        assert_eq!(arriving.take(BatchTime(3000)).unwrap(), ["in/late.txt"]);
        assert!(arriving.take(BatchTime(4000)).unwrap().is_empty());
    }

    #[test]
    fn it_knows_whether_a_file_is_ignored_for_good() {
        let files = Arc::new(MemoryFiles::new());
        let arriving = ArrivingFiles::new(files.clone(), "in", 1000, 1000);
        files.put("in/a.txt", *b"", 1500);
        files.put("in/later.txt", *b"", 2500);
        arriving.take(BatchTime(2000)).unwrap();
        assert!(!arriving.has_ignored());
        files.put("in/older.txt", *b"", 900);
        arriving.take(BatchTime(3000)).unwrap();
        assert!(arriving.has_ignored());
    }

    #[test]
    fn a_replaced_file_is_ignored_while_it_is_remembered() {
        let (files, arriving) = watch();
        files.put("in/a.txt", *b"", 1500);
        assert_eq!(arriving.take(BatchTime(2000)).unwrap(), ["in/a.txt"]);
        files.put("in/a.txt", *b"", 2500);
        assert!(arriving.take(BatchTime(3000)).unwrap().is_empty());
        files.put("in/a.txt", *b"", 62_500);
        arriving.forget(BatchTime(2000));
        assert_eq!(arriving.take(BatchTime(63_000)).unwrap(), ["in/a.txt"]);
    }

    #[test]
    fn a_name_that_hadoop_hides_spoils_the_batch() {
        let (files, arriving) = watch();
        files.put("in/_a.txt", *b"", 1500);
        files.put("in/b.txt", *b"", 1500);
        assert!(arriving.take(BatchTime(2000)).is_err());
        assert!(arriving.take(BatchTime(3000)).unwrap().is_empty());
    }
}
