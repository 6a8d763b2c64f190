//! The folder that an RDD or a model is saved into: a file a partition, and `_SUCCESS`.

use brooklet_python::files::{FileError, FileSystem};
use brooklet_python::vm::Vm;

use super::path::{child, location, normalize, parent};
use crate::error::{Error, Result};

/// Makes the folder before any task runs, so that a job that fails leaves it. Refuses one that is
/// there already (Hadoop's `FileOutputFormat.checkOutputSpecs`); in a streaming job files of the same
/// names are replaced.
///
/// # Errors
/// An exception of Hadoop; an `OSError` where the folder cannot be made.
pub(crate) fn begin_folder(vm: &mut Vm, path: &str, into_existing: bool) -> Result<()> {
    let files = vm.host.files();
    let folder = normalize(path);
    if into_existing || files.status(&folder).is_err() {
        let made = make_folder(&*files, &folder, vm.host.now_ms() as i64);
        return made.map_err(|error| Error::Raised(vm.file_error(error, path)));
    }
    Err(Error::Java {
        class: "org.apache.hadoop.mapred.FileAlreadyExistsException",
        message: format!(
            "Output directory {} already exists",
            location(&*files, &folder)
        ),
    })
}

/// Writes `part-00000`, `part-00001`, … and `_SUCCESS`.
///
/// # Errors
/// An `OSError` where the files cannot be written.
pub fn write_folder(vm: &mut Vm, path: &str, parts: &[Vec<u8>]) -> Result<()> {
    let files = vm.host.files();
    let folder = normalize(path);
    let now_ms = vm.host.now_ms() as i64;
    let write = |name: &str, content: &[u8]| files.write(&child(&folder, name), content, now_ms);
    let written = make_folder(&*files, &folder, now_ms).and_then(|()| {
        for (at, content) in parts.iter().enumerate() {
            write(&format!("part-{at:05}"), content)?;
        }
        write("_SUCCESS", b"")
    });
    written.map_err(|error| Error::Raised(vm.file_error(error, path)))
}

/// Makes a folder, and the folders above it.
fn make_folder(
    files: &dyn FileSystem,
    folder: &str,
    now_ms: i64,
) -> std::result::Result<(), FileError> {
    if folder.is_empty() || files.status(folder).is_ok() {
        return Ok(());
    }
    if let Some(parent) = parent(folder) {
        make_folder(files, parent, now_ms)?;
    }
    files.make_directory(folder, now_ms)
}
