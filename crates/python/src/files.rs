//! The file system that a program sees.

use std::fmt;

/// Why a file operation failed, as `errno` would tell it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileError {
    /// `ENOENT`.
    NotFound,
    /// `EEXIST`.
    Exists,
    /// `ENOTDIR`.
    NotADirectory,
    /// `EISDIR`.
    IsADirectory,
    /// `ENOTEMPTY`.
    NotEmpty,
    /// `EACCES`.
    Denied,
}

impl FileError {
    /// The `errno` number on Linux.
    pub fn errno(self) -> i64 {
        match self {
            FileError::NotFound => 2,
            FileError::Denied => 13,
            FileError::Exists => 17,
            FileError::NotADirectory => 20,
            FileError::IsADirectory => 21,
            FileError::NotEmpty => 39,
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            FileError::NotFound => "No such file or directory",
            FileError::Exists => "File exists",
            FileError::NotADirectory => "Not a directory",
            FileError::IsADirectory => "Is a directory",
            FileError::NotEmpty => "Directory not empty",
            FileError::Denied => "Permission denied",
        })
    }
}

impl std::error::Error for FileError {}

/// What is known of a path.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FileStatus {
    /// Whether it is a folder.
    pub is_directory: bool,
    /// Bytes.
    pub size: u64,
    /// When it was last written or moved, in milliseconds of the program's clock.
    pub modified_ms: i64,
}

/// The file system that a program sees: shared by the driver and all tasks.
///
/// Paths are relative to the program's folder or absolute, with `/`.
pub trait FileSystem: Send + Sync {
    /// The program's folder as an absolute path.
    fn folder(&self) -> String {
        "/".to_string()
    }

    /// The whole content.
    ///
    /// # Errors
    /// [`FileError::NotFound`], [`FileError::IsADirectory`].
    fn read(&self, path: &str) -> Result<Vec<u8>, FileError>;

    /// Writes a whole file; `now_ms` becomes its time.
    ///
    /// # Errors
    /// [`FileError::NotFound`] where its folder is missing, [`FileError::IsADirectory`].
    fn write(&self, path: &str, content: &[u8], now_ms: i64) -> Result<(), FileError>;

    /// What a path is.
    ///
    /// # Errors
    /// [`FileError::NotFound`].
    fn status(&self, path: &str) -> Result<FileStatus, FileError>;

    /// The names in a folder, sorted.
    ///
    /// # Errors
    /// [`FileError::NotFound`], [`FileError::NotADirectory`].
    fn list(&self, path: &str) -> Result<Vec<String>, FileError>;

    /// Makes one folder.
    ///
    /// # Errors
    /// [`FileError::Exists`]; [`FileError::NotFound`] where its parent is missing.
    fn make_directory(&self, path: &str, now_ms: i64) -> Result<(), FileError>;

    /// Moves a file or a folder; a file at the target is replaced. The time of a file stays.
    ///
    /// # Errors
    /// [`FileError::NotFound`] and what the target's folder gives.
    fn rename(&self, from: &str, to: &str) -> Result<(), FileError>;

    /// Removes a file or an empty folder.
    ///
    /// # Errors
    /// [`FileError::NotFound`], [`FileError::NotEmpty`].
    fn remove(&self, path: &str) -> Result<(), FileError>;

    /// Sets when a path was last written.
    ///
    /// # Errors
    /// [`FileError::NotFound`], [`FileError::Denied`].
    fn set_modified(&self, path: &str, modified_ms: i64) -> Result<(), FileError>;
}
