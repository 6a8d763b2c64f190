//! `saveAsTextFile`: each record a line, each partition a file (`RDD.saveAsTextFile`).

use brooklet_python::Value;
use brooklet_python::files::FileSystem;
use brooklet_python::vm::{Result, Vm};

use crate::error::Error;
use crate::rdd::physical::location;
use crate::rdd::{Rdd, Records, Step, from_fn};

impl Rdd {
    /// Writes `part-00000`, `part-00001`, … and `_SUCCESS` into a folder. In a streaming job
    /// (`into_existing`) the folder may be there already and files of the same names are replaced.
    ///
    /// # Errors
    /// An exception of Hadoop for a folder that is there already; as [`Rdd::collect`]; an
    /// `OSError` where the files cannot be written.
    pub fn save_as_text_file(
        &self,
        vm: &mut Vm,
        path: &str,
        into_existing: bool,
    ) -> crate::Result<()> {
        let files = vm.host.files();
        let folder = crate::files::normalize(path);
        if !into_existing && files.status(&folder).is_ok() {
            let folder = location(&folder);
            return Err(Error::Java {
                class: "org.apache.hadoop.mapred.FileAlreadyExistsException",
                message: format!("Output directory {folder} already exists"),
            });
        }
        let lines = self.then(Step::new("saveAsTextFile", open, Vec::new()), false);
        let all: Vec<usize> = (0..lines.partitions()).collect();
        let partitions = lines.compute(vm, &all)?;
        let now_ms = vm.host.now_ms() as i64;
        let mut contents = Vec::with_capacity(partitions.len() + 1);
        for (at, partition) in partitions.iter().enumerate() {
            let mut content = Vec::new();
            for line in partition.values(vm)? {
                if let Value::Bytes(line) = line {
                    content.extend_from_slice(&line);
                    content.push(b'\n');
                }
            }
            contents.push((format!("part-{at:05}"), content));
        }
        contents.push(("_SUCCESS".to_string(), Vec::new()));
        let written = make_folder(&*files, &folder, now_ms).and_then(|()| {
            contents.iter().try_for_each(|(name, content)| {
                files.write(&crate::files::child(&folder, name), content, now_ms)
            })
        });
        written.map_err(|error| Error::Raised(vm.file_error(error, path)))
    }
}

/// A folder with all those that it is in.
fn make_folder(
    files: &dyn FileSystem,
    folder: &str,
    now_ms: i64,
) -> std::result::Result<(), brooklet_python::files::FileError> {
    if folder.is_empty() || files.status(folder).is_ok() {
        return Ok(());
    }
    if let Some(parent) = crate::files::parent(folder) {
        make_folder(files, parent, now_ms)?;
    }
    files.make_directory(folder, now_ms)
}

fn open(_: &mut Vm, _: usize, _: &[Value], mut input: Records) -> Result<Records> {
    Ok(from_fn(move |vm| {
        let Some(record) = input.next(vm)? else {
            return Ok(None);
        };
        Ok(Some(match vm.unwrap_builtin(&record) {
            line @ Value::Bytes(_) => line,
            Value::Str(text) => Value::bytes(text.as_str()),
            _ => Value::bytes(vm.str(&record)?),
        }))
    }))
}
