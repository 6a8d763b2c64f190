//! Files that cannot be changed.

use std::sync::Arc;

use brooklet_python::files::{FileError, FileStatus, FileSystem};

/// The files of another file system. Every change succeeds and is lost: so an inspection can run
/// functions that write files, and the program's files stay as they are.
pub struct UnchangingFiles(pub Arc<dyn FileSystem>);

impl FileSystem for UnchangingFiles {
    fn folder(&self) -> String {
        self.0.folder()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, FileError> {
        self.0.read(path)
    }

    fn status(&self, path: &str) -> Result<FileStatus, FileError> {
        self.0.status(path)
    }

    fn list(&self, path: &str) -> Result<Vec<String>, FileError> {
        self.0.list(path)
    }

    fn write(&self, _: &str, _: &[u8], _: i64) -> Result<(), FileError> {
        Ok(())
    }

    fn make_directory(&self, _: &str, _: i64) -> Result<(), FileError> {
        Ok(())
    }

    fn rename(&self, _: &str, _: &str) -> Result<(), FileError> {
        Ok(())
    }

    fn remove(&self, _: &str) -> Result<(), FileError> {
        Ok(())
    }

    fn set_modified(&self, _: &str, _: i64) -> Result<(), FileError> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::MemoryFiles;

    #[test]
    fn changes_are_lost() {
        let files = Arc::new(MemoryFiles::new());
        files.put("a.txt", *b"as it was", 0);
        let unchanging = UnchangingFiles(files.clone());
        assert_eq!(unchanging.write("a.txt", b"new", 1), Ok(()));
        assert_eq!(unchanging.write("b.txt", b"new", 1), Ok(()));
        assert_eq!(unchanging.remove("a.txt"), Ok(()));
        assert_eq!(unchanging.read("a.txt").as_deref(), Ok(&b"as it was"[..]));
        assert_eq!(files.read("b.txt"), Err(FileError::NotFound));
    }
}
