//! A file system in memory, alone or over another one that is only read.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use brooklet_python::files::{FileError, FileStatus, FileSystem};

use super::path::{child, normalize, parent};

/// A file system in memory. Over another one, it shows that one's files and keeps every change to
/// itself: what a program writes never reaches a disk.
///
/// ```
/// use brooklet_engine::files::MemoryFiles;
/// use brooklet_python::files::FileSystem;
///
/// let files = MemoryFiles::new();
/// files.make_directory("incoming", 0).unwrap();
/// files.write("words.tmp", b"hello", 5).unwrap();
/// files.rename("words.tmp", "incoming/words.txt").unwrap();
/// assert_eq!(files.list("incoming").unwrap(), ["words.txt"]);
/// assert_eq!(files.status("incoming/words.txt").unwrap().modified_ms, 5);
/// ```
pub struct MemoryFiles {
    base: Option<Arc<dyn FileSystem>>,
    entries: Mutex<HashMap<String, Entry>>,
}

#[derive(Clone)]
enum Entry {
    File {
        content: Arc<[u8]>,
        modified_ms: i64,
    },
    Directory {
        modified_ms: i64,
    },
    /// It is in the file system underneath, and was removed here.
    Removed,
}

impl Default for MemoryFiles {
    fn default() -> MemoryFiles {
        MemoryFiles::new()
    }
}

impl MemoryFiles {
    /// An empty file system with the folders `/tmp` and the program's own, which is the root.
    pub fn new() -> MemoryFiles {
        let folder = Entry::Directory { modified_ms: 0 };
        let entries = ["", "tmp"].map(|path| (path.to_owned(), folder.clone()));
        MemoryFiles {
            base: None,
            entries: Mutex::new(entries.into()),
        }
    }

    /// A file system that starts with what another one holds.
    pub fn over(base: Arc<dyn FileSystem>) -> MemoryFiles {
        MemoryFiles {
            base: Some(base),
            entries: Mutex::default(),
        }
    }

    /// Puts a file in, with the folders that its path needs.
    pub fn put(&self, path: &str, content: impl Into<Arc<[u8]>>, modified_ms: i64) {
        let path = self.normal(path);
        let mut entries = self.entries();
        let mut above = parent(&path);
        while let Some(folder) = above {
            entries
                .entry(folder.to_owned())
                .or_insert(Entry::Directory { modified_ms });
            above = parent(folder);
        }
        let content = content.into();
        entries.insert(
            path,
            Entry::File {
                content,
                modified_ms,
            },
        );
    }

    /// A path in normal form, relative if it is inside the program's folder.
    fn normal(&self, path: &str) -> String {
        let normal = normalize(path);
        let folder = self.folder();
        match normal.strip_prefix(folder.trim_end_matches('/')) {
            Some(inside) if inside.starts_with('/') => inside[1..].to_owned(),
            Some("") if normal.starts_with('/') => String::new(),
            _ => normal,
        }
    }

    fn entries(&self) -> MutexGuard<'_, HashMap<String, Entry>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn status_of(
        &self,
        entries: &HashMap<String, Entry>,
        path: &str,
    ) -> Result<FileStatus, FileError> {
        match entries.get(path) {
            Some(Entry::File {
                content,
                modified_ms,
            }) => Ok(FileStatus {
                is_directory: false,
                size: content.len() as u64,
                modified_ms: *modified_ms,
            }),
            Some(Entry::Directory { modified_ms }) => Ok(FileStatus {
                is_directory: true,
                size: 0,
                modified_ms: *modified_ms,
            }),
            Some(Entry::Removed) => Err(FileError::NotFound),
            None => {
                let mut above = parent(path);
                while let Some(folder) = above {
                    match entries.get(folder) {
                        Some(Entry::Removed) => return Err(FileError::NotFound),
                        Some(Entry::File { .. }) => return Err(FileError::NotADirectory),
                        _ => above = parent(folder),
                    }
                }
                let base = self.base.as_ref().ok_or(FileError::NotFound)?;
                base.status(path)
            }
        }
    }

    fn names(
        &self,
        entries: &HashMap<String, Entry>,
        path: &str,
    ) -> Result<HashSet<String>, FileError> {
        if !self.status_of(entries, path)?.is_directory {
            return Err(FileError::NotADirectory);
        }
        let mut names: HashSet<String> = match &self.base {
            Some(base) => base.list(path).unwrap_or_default().into_iter().collect(),
            None => HashSet::new(),
        };
        for (other, entry) in entries.iter() {
            if other.as_str() == path || parent(other) != Some(path) {
                continue;
            }
            let name = other.rsplit('/').next().unwrap_or(other).to_owned();
            match entry {
                Entry::Removed => names.remove(&name),
                _ => names.insert(name),
            };
        }
        Ok(names)
    }

    fn folder_of(&self, entries: &HashMap<String, Entry>, path: &str) -> Result<(), FileError> {
        match parent(path) {
            Some(folder) if self.status_of(entries, folder)?.is_directory => Ok(()),
            Some(_) => Err(FileError::NotADirectory),
            None => Err(FileError::Denied),
        }
    }

    fn take_out(&self, entries: &mut HashMap<String, Entry>, path: &str) {
        let in_base = self
            .base
            .as_ref()
            .is_some_and(|base| base.status(path).is_ok());
        if in_base {
            entries.insert(path.to_owned(), Entry::Removed);
        } else {
            entries.remove(path);
        }
    }

    fn content(
        &self,
        entries: &HashMap<String, Entry>,
        path: &str,
    ) -> Result<Arc<[u8]>, FileError> {
        if self.status_of(entries, path)?.is_directory {
            return Err(FileError::IsADirectory);
        }
        match (entries.get(path), &self.base) {
            (Some(Entry::File { content, .. }), _) => Ok(content.clone()),
            (None, Some(base)) => base.read(path).map(Arc::from),
            _ => Err(FileError::NotFound),
        }
    }

    fn move_tree(
        &self,
        entries: &mut HashMap<String, Entry>,
        from: &str,
        to: &str,
    ) -> Result<(), FileError> {
        let status = self.status_of(entries, from)?;
        if status.is_directory {
            let names = self.names(entries, from)?;
            let modified_ms = status.modified_ms;
            entries.insert(to.to_owned(), Entry::Directory { modified_ms });
            for name in names {
                self.move_tree(entries, &child(from, &name), &child(to, &name))?;
            }
        } else {
            let content = self.content(entries, from)?;
            let modified_ms = status.modified_ms;
            entries.insert(
                to.to_owned(),
                Entry::File {
                    content,
                    modified_ms,
                },
            );
        }
        self.take_out(entries, from);
        Ok(())
    }
}

impl FileSystem for MemoryFiles {
    fn folder(&self) -> String {
        match &self.base {
            Some(base) => base.folder(),
            None => "/".to_owned(),
        }
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, FileError> {
        let content = self.content(&self.entries(), &self.normal(path))?;
        Ok(content.to_vec())
    }

    fn write(&self, path: &str, content: &[u8], now_ms: i64) -> Result<(), FileError> {
        let path = self.normal(path);
        let mut entries = self.entries();
        self.folder_of(&entries, &path)?;
        if self
            .status_of(&entries, &path)
            .is_ok_and(|status| status.is_directory)
        {
            return Err(FileError::IsADirectory);
        }
        entries.insert(
            path,
            Entry::File {
                content: content.into(),
                modified_ms: now_ms,
            },
        );
        Ok(())
    }

    fn status(&self, path: &str) -> Result<FileStatus, FileError> {
        self.status_of(&self.entries(), &self.normal(path))
    }

    fn list(&self, path: &str) -> Result<Vec<String>, FileError> {
        let names = self.names(&self.entries(), &self.normal(path))?;
        let mut names: Vec<String> = names.into_iter().collect();
        names.sort();
        Ok(names)
    }

    fn make_directory(&self, path: &str, now_ms: i64) -> Result<(), FileError> {
        let path = self.normal(path);
        let mut entries = self.entries();
        if self.status_of(&entries, &path).is_ok() {
            return Err(FileError::Exists);
        }
        self.folder_of(&entries, &path)?;
        let modified_ms = now_ms;
        entries.insert(path, Entry::Directory { modified_ms });
        Ok(())
    }

    fn rename(&self, from: &str, to: &str) -> Result<(), FileError> {
        let (from, to) = (self.normal(from), self.normal(to));
        let mut entries = self.entries();
        let source = self.status_of(&entries, &from)?;
        self.folder_of(&entries, &to)?;
        if from == to {
            return Ok(());
        }
        if let Ok(target) = self.status_of(&entries, &to) {
            match (source.is_directory, target.is_directory) {
                (true, false) => return Err(FileError::NotADirectory),
                (false, true) => return Err(FileError::IsADirectory),
                (true, true) if !self.names(&entries, &to)?.is_empty() => {
                    return Err(FileError::NotEmpty);
                }
                _ => {}
            }
        }
        self.move_tree(&mut entries, &from, &to)
    }

    fn remove(&self, path: &str) -> Result<(), FileError> {
        let path = self.normal(path);
        let mut entries = self.entries();
        let status = self.status_of(&entries, &path)?;
        if status.is_directory && !self.names(&entries, &path)?.is_empty() {
            return Err(FileError::NotEmpty);
        }
        self.take_out(&mut entries, &path);
        Ok(())
    }

    fn set_modified(&self, path: &str, modified_ms: i64) -> Result<(), FileError> {
        let path = self.normal(path);
        let mut entries = self.entries();
        let changed = match self.status_of(&entries, &path)?.is_directory {
            true => Entry::Directory { modified_ms },
            false => Entry::File {
                content: self.content(&entries, &path)?,
                modified_ms,
            },
        };
        entries.insert(path, changed);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base() -> Arc<MemoryFiles> {
        let base = MemoryFiles::new();
        base.put("data/a.txt", *b"one", 7);
        base.put("data/b.txt", *b"two", 8);
        Arc::new(base)
    }

    #[test]
    fn changes_stay_above_the_base() {
        let base = base();
        let files = MemoryFiles::over(base.clone());
        files.write("data/a.txt", b"changed", 9).unwrap();
        files.remove("data/b.txt").unwrap();
        assert_eq!(files.read("./data/a.txt").unwrap(), b"changed");
        assert_eq!(files.read("data/b.txt"), Err(FileError::NotFound));
        assert_eq!(files.list("data").unwrap(), ["a.txt"]);
        assert_eq!(base.list("data").unwrap(), ["a.txt", "b.txt"]);
        assert_eq!(base.read("data/a.txt").unwrap(), b"one");
    }

    #[test]
    fn a_folder_moves_with_what_is_in_it() {
        let files = MemoryFiles::over(base());
        files.rename("data", "moved").unwrap();
        assert_eq!(files.list("moved").unwrap(), ["a.txt", "b.txt"]);
        assert_eq!(files.status("moved/a.txt").unwrap().modified_ms, 7);
        assert_eq!(files.status("data"), Err(FileError::NotFound));
        assert_eq!(files.read("data/a.txt"), Err(FileError::NotFound));
    }

    #[test]
    fn an_absolute_path_into_the_folder_is_the_relative_one() {
        let files = MemoryFiles::new();
        files.put("data/a.txt", *b"one", 7);
        assert_eq!(files.read("/data/a.txt").unwrap(), b"one");
        assert_eq!(files.list("/").unwrap(), ["data", "tmp"]);
        files.set_modified("file:///data/a.txt", 9).unwrap();
        assert_eq!(files.status("data/a.txt").unwrap().modified_ms, 9);
    }

    #[test]
    fn errors_are_those_of_the_system() {
        let files = MemoryFiles::over(base());
        assert_eq!(files.write("no/x", b"", 0), Err(FileError::NotFound));
        assert_eq!(files.write("data", b"", 0), Err(FileError::IsADirectory));
        assert_eq!(files.make_directory("data", 0), Err(FileError::Exists));
        assert_eq!(files.make_directory("x/y", 0), Err(FileError::NotFound));
        assert_eq!(files.remove("data"), Err(FileError::NotEmpty));
        assert_eq!(files.list("data/a.txt"), Err(FileError::NotADirectory));
        assert_eq!(files.read("data"), Err(FileError::IsADirectory));
        files.write("c.txt", b"", 0).unwrap();
        assert_eq!(files.read("c.txt/x"), Err(FileError::NotADirectory));
    }
}
