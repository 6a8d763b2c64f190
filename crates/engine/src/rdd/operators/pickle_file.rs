//! `saveAsPickleFile` and `pickleFile`: partitions as they are, in files.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::files::FileSystem;
use brooklet_python::vm::Vm;

use crate::error::Result;
use crate::files::{begin_folder, write_folder};
use crate::partition::{Partition, Serializer};
use crate::plan::physical::{InputFiles, ObjectFiles};
use crate::rdd::{Context, Rdd};

/// What the first bytes of such a file are; the rest is the number of its partition.
const MAGIC: &[u8] = b"pickled partition ";

/// The partitions that a program has saved. Records never leave the program, so that a file names
/// its partition instead of holding it.
#[derive(Default)]
struct PickleFiles(RefCell<Vec<Partition>>);

impl Rdd {
    /// Writes each partition into a file, in chunks of `batch` records (0: growing ones).
    ///
    /// # Errors
    /// An exception of Hadoop for a folder that is there already, unless `into_existing`; as
    /// [`Rdd::collect`]; an `OSError` where the files cannot be written.
    pub fn save_as_pickle_file(
        &self,
        vm: &mut Vm,
        path: &str,
        batch: usize,
        into_existing: bool,
    ) -> Result<()> {
        begin_folder(vm, path, into_existing)?;
        let chunked = self.reserialized(match batch {
            0 => Serializer::Auto,
            batch => Serializer::Batched(batch),
        });
        let all: Vec<usize> = (0..chunked.partitions()).collect();
        let partitions = chunked.compute(vm, &all)?;
        let pickled = vm.extension(PickleFiles::default);
        let mut pickled = pickled.0.borrow_mut();
        let contents: Vec<Vec<u8>> = (pickled.len()..pickled.len() + partitions.len())
            .map(|number| [MAGIC, number.to_string().as_bytes()].concat())
            .collect();
        pickled.extend(partitions);
        drop(pickled);
        write_folder(vm, path, &contents)
    }

    /// The records of a file, of all files in a folder, of those that a pattern means, or of
    /// several paths with commas between; each file is a partition.
    pub fn pickle_file(vm: &mut Vm, context: &Rc<Context>, path: &str) -> Rdd {
        let files = vm.host.files();
        let pickled = vm.extension(PickleFiles::default);
        let input = InputFiles::of(files.clone(), path, |found| {
            let with_content = found.into_iter().map(|file| {
                let partition = partition_in(&files, &file, &pickled);
                (file, partition)
            });
            with_content.collect()
        });
        let node = ObjectFiles(input);
        // The RDD of Hadoop's records, whose objects this RDD is.
        context.skip_rdd_ids(1);
        let plan = context.plan(node, None);
        Rdd::physical(context, plan, Serializer::Auto, None)
    }
}

fn partition_in(
    files: &Arc<dyn FileSystem>,
    path: &str,
    pickled: &PickleFiles,
) -> Option<Partition> {
    let content = files.read(path).ok()?;
    let number = std::str::from_utf8(content.strip_prefix(MAGIC)?).ok()?;
    pickled
        .0
        .borrow()
        .get(number.parse::<usize>().ok()?)
        .cloned()
}
