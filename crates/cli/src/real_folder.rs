//! A real folder, to be read.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::{fs, io};

use brooklet_pyspark::BEGINNING_MS;
use brooklet_python::files::{FileError, FileStatus, FileSystem};

/// A real folder, to be read; what a program writes is kept elsewhere.
///
/// Files count as written when the virtual clock begins, whenever they really were: results do not
/// depend on the machine.
pub(crate) struct RealFolder {
    root: PathBuf,
    /// The same as an absolute path.
    folder: String,
}

impl RealFolder {
    /// The files below a folder; absolute paths mean what they say.
    pub(crate) fn new(root: PathBuf) -> RealFolder {
        let absolute = fs::canonicalize(&root).unwrap_or_else(|_| root.clone());
        RealFolder {
            folder: absolute.to_string_lossy().into_owned(),
            root,
        }
    }

    fn real(&self, path: &str) -> PathBuf {
        self.root.join(Path::new(path))
    }
}

fn error_of(error: &io::Error) -> FileError {
    match error.kind() {
        ErrorKind::NotFound => FileError::NotFound,
        ErrorKind::NotADirectory => FileError::NotADirectory,
        ErrorKind::IsADirectory => FileError::IsADirectory,
        _ => FileError::Denied,
    }
}

impl FileSystem for RealFolder {
    fn folder(&self) -> String {
        self.folder.clone()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, FileError> {
        fs::read(self.real(path)).map_err(|error| error_of(&error))
    }

    fn write(&self, _: &str, _: &[u8], _: i64) -> Result<(), FileError> {
        Err(FileError::Denied)
    }

    fn status(&self, path: &str) -> Result<FileStatus, FileError> {
        let metadata = fs::metadata(self.real(path)).map_err(|error| error_of(&error))?;
        Ok(FileStatus {
            is_directory: metadata.is_dir(),
            size: metadata.len(),
            modified_ms: BEGINNING_MS,
        })
    }

    fn list(&self, path: &str) -> Result<Vec<String>, FileError> {
        let entries = fs::read_dir(self.real(path)).map_err(|error| error_of(&error))?;
        let mut names: Vec<String> = entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .collect();
        names.sort();
        Ok(names)
    }

    fn make_directory(&self, _: &str, _: i64) -> Result<(), FileError> {
        Err(FileError::Denied)
    }

    fn rename(&self, _: &str, _: &str) -> Result<(), FileError> {
        Err(FileError::Denied)
    }

    fn remove(&self, _: &str) -> Result<(), FileError> {
        Err(FileError::Denied)
    }

    fn set_modified(&self, _: &str, _: i64) -> Result<(), FileError> {
        Err(FileError::Denied)
    }
}
