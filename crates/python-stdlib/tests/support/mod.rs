//! A host for tests: keeps what a program prints and has a few files in memory.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use brooklet_python::files::{FileError, FileStatus, FileSystem};
use brooklet_python::vm::{Host, Stream, Suspension, WaitClock, WaitId};
use brooklet_python::{Library, Vm};

/// The standard library, and NumPy and matplotlib beside it.
pub(crate) static LIBRARY: Library = Library {
    base: Some(&brooklet_python_stdlib::LIBRARY),
    modules: &[brooklet_numpy::MODULES, brooklet_matplotlib::MODULES],
    builtins: &[],
    missing: |_, _| None,
};

/// What a program printed.
#[derive(Default)]
pub(crate) struct Recorder {
    pub out: RefCell<String>,
    files: Arc<Files>,
    clock: WaitClock,
}

impl Host for Recorder {
    fn write(&self, stream: Stream, text: &str) {
        if stream == Stream::Out {
            self.out.borrow_mut().push_str(text);
        }
    }

    fn now_ms(&self) -> f64 {
        1_704_067_200_000.0 + self.clock.passed_ms()
    }

    fn files(&self) -> Arc<dyn FileSystem> {
        self.files.clone()
    }

    fn begin_wait(&self, _: &mut Vm, wait: WaitId, what: &Suspension) {
        self.clock.begin(wait, what);
    }

    fn pass_time(&self, vm: &mut Vm, _: Option<WaitId>) -> bool {
        self.clock.pass(vm)
    }
}

/// Files by path; a folder has no content.
#[derive(Default)]
struct Files(Mutex<BTreeMap<String, Option<Vec<u8>>>>);

impl Files {
    fn parent_exists(&self, path: &str) -> bool {
        match path.trim_end_matches('/').rsplit_once('/') {
            Some((parent, _)) if !parent.is_empty() => {
                matches!(self.0.lock().unwrap().get(parent), Some(None))
            }
            _ => true,
        }
    }
}

impl FileSystem for Files {
    fn read(&self, path: &str) -> std::result::Result<Vec<u8>, FileError> {
        match self.0.lock().unwrap().get(path) {
            Some(Some(content)) => Ok(content.clone()),
            Some(None) => Err(FileError::IsADirectory),
            None => Err(FileError::NotFound),
        }
    }

    fn write(&self, path: &str, content: &[u8], _: i64) -> std::result::Result<(), FileError> {
        if !self.parent_exists(path) {
            return Err(FileError::NotFound);
        }
        self.0
            .lock()
            .unwrap()
            .insert(path.to_string(), Some(content.to_vec()));
        Ok(())
    }

    fn status(&self, path: &str) -> std::result::Result<FileStatus, FileError> {
        if matches!(path, "." | "" | "/") {
            return Ok(FileStatus {
                is_directory: true,
                size: 0,
                modified_ms: 0,
            });
        }
        match self.0.lock().unwrap().get(path) {
            Some(content) => Ok(FileStatus {
                is_directory: content.is_none(),
                size: content.as_ref().map_or(0, |content| content.len() as u64),
                modified_ms: 0,
            }),
            None => Err(FileError::NotFound),
        }
    }

    fn list(&self, path: &str) -> std::result::Result<Vec<String>, FileError> {
        let prefix = if matches!(path, "." | "") {
            String::new()
        } else {
            format!("{path}/")
        };
        let files = self.0.lock().unwrap();
        if !prefix.is_empty() && !matches!(files.get(path), Some(None)) {
            return Err(FileError::NotFound);
        }
        Ok(files
            .keys()
            .filter_map(|other| other.strip_prefix(&prefix))
            .filter(|rest| !rest.is_empty() && !rest.contains('/'))
            .map(String::from)
            .collect())
    }

    fn make_directory(&self, path: &str, _: i64) -> std::result::Result<(), FileError> {
        if !self.parent_exists(path) {
            return Err(FileError::NotFound);
        }
        let mut files = self.0.lock().unwrap();
        if files.contains_key(path) {
            return Err(FileError::Exists);
        }
        files.insert(path.to_string(), None);
        Ok(())
    }

    /// Times are not kept: every file was written at the clock's zero.
    fn set_modified(&self, path: &str, _: i64) -> std::result::Result<(), FileError> {
        self.status(path).map(|_| ())
    }

    fn rename(&self, from: &str, to: &str) -> std::result::Result<(), FileError> {
        let content = self
            .0
            .lock()
            .unwrap()
            .remove(from)
            .ok_or(FileError::NotFound)?;
        self.0.lock().unwrap().insert(to.to_string(), content);
        Ok(())
    }

    fn remove(&self, path: &str) -> std::result::Result<(), FileError> {
        if !self.list(path).unwrap_or_default().is_empty() {
            return Err(FileError::NotEmpty);
        }
        self.0
            .lock()
            .unwrap()
            .remove(path)
            .map(|_| ())
            .ok_or(FileError::NotFound)
    }
}
