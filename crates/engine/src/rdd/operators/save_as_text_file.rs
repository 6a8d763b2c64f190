//! `saveAsTextFile`: each record a line, each partition a file (`RDD.saveAsTextFile`).

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use crate::files::{begin_folder, write_folder};
use crate::partition::{Records, from_fn};
use crate::plan::Step;
use crate::rdd::Rdd;

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
        begin_folder(vm, path, into_existing)?;
        let lines = self.then(Step::new("saveAsTextFile", open, Vec::new()), false);
        let all: Vec<usize> = (0..lines.partitions()).collect();
        let partitions = lines.compute(vm, &all)?;
        let mut contents = Vec::with_capacity(partitions.len());
        for partition in &partitions {
            let mut content = Vec::new();
            for line in partition.values(vm)? {
                if let Value::Bytes(line) = line {
                    content.extend_from_slice(&line);
                    content.push(b'\n');
                }
            }
            contents.push(content);
        }
        write_folder(vm, path, &contents)
    }
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
