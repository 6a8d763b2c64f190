//! A folder in which files appear.

use std::cell::Cell;
use std::sync::Arc;

use super::When;
use super::arrivals::Arrivals;

/// A folder in which files appear.
pub struct FolderFeed {
    pub(super) path: String,
    pub(super) files: Arrivals<(String, Arc<[u8]>)>,
    /// How many of the files have appeared.
    taken: Cell<usize>,
}

impl FolderFeed {
    /// A folder without files.
    pub fn new(path: &str) -> FolderFeed {
        FolderFeed {
            path: path.trim_end_matches('/').to_owned(),
            files: Arrivals::default(),
            taken: Cell::new(0),
        }
    }

    /// Adds a file.
    pub fn add(&self, when: When, name: &str, content: impl Into<Arc<[u8]>>) {
        self.files.add(when, (name.to_owned(), content.into()));
    }

    pub(super) fn take(&self, until_ms: i64, into: &mut Vec<(String, Arc<[u8]>, i64)>) {
        let files = self.files.get();
        while let Some(file) = files.get(self.taken.get())
            && file.at_ms() <= until_ms
        {
            let (name, content) = &file.what;
            into.push((
                format!("{}/{name}", self.path),
                content.clone(),
                file.at_ms(),
            ));
            self.taken.set(self.taken.get() + 1);
        }
    }

    pub(super) fn has_more(&self) -> bool {
        self.taken.get() < self.files.get().len()
    }
}
