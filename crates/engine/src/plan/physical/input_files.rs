//! The files that an RDD is read from.

use std::sync::Arc;

use brooklet_python::files::FileSystem;

use crate::error::Error;
use crate::files::{list_files, location, matching_paths, normalize};

/// Files, and what each partition takes of them.
pub(crate) struct InputFiles<P> {
    pub(super) files: Arc<dyn FileSystem>,
    pub(super) partitions: Vec<P>,
    /// A path that led nowhere, which a job finds out.
    missing: Option<String>,
}

impl<P> InputFiles<P> {
    /// The files that a path means: one, all in a folder, those of a pattern, or those of several
    /// paths with commas between. `cut` makes partitions of them.
    pub(crate) fn of(
        files: Arc<dyn FileSystem>,
        path: &str,
        cut: impl FnOnce(Vec<String>) -> Vec<P>,
    ) -> InputFiles<P> {
        let mut found = Vec::new();
        let mut missing = None;
        for path in path.split(',').map(str::trim) {
            let paths = matching_paths(&*files, path);
            if paths.is_empty() {
                missing.get_or_insert(normalize(path));
            }
            for path in paths {
                found.extend(list_files(&*files, path));
            }
        }
        InputFiles {
            partitions: cut(found),
            files,
            missing,
        }
    }

    /// How many partitions there are.
    pub(super) fn len(&self) -> usize {
        match self.missing {
            Some(_) => 1,
            None => self.partitions.len(),
        }
    }

    /// What a job fails with that would read a path which leads nowhere.
    pub(super) fn check(&self) -> Result<(), Error> {
        let Some(path) = &self.missing else {
            return Ok(());
        };
        let location = location(&*self.files, path);
        Err(Error::Java {
            class: "org.apache.hadoop.mapred.InvalidInputException",
            message: match path.contains(['*', '?', '[', '{']) {
                true => format!("Input Pattern {location} matches 0 files"),
                false => format!("Input path does not exist: {location}"),
            },
        })
    }
}
