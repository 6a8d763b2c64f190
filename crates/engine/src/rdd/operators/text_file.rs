//! `textFile`, `wholeTextFiles`, `binaryFiles`, `binaryRecords`: RDDs of files (`SparkContext.textFile`
//! and so on).

use std::rc::Rc;

use brooklet_python::vm::Vm;

use crate::error::Result;
use crate::partition::Serializer;
use crate::plan::physical::{FilePart, InputFiles, TextFiles, TextFormat};
use crate::rdd::{Context, Rdd};

/// The largest part of a file, in bytes: a block of the local file system.
const BLOCK: u64 = 32 << 20;

/// How much larger than the others the last part of a file may be.
const SLOP: f64 = 1.1;

impl Rdd {
    /// The lines of a file, of all files in a folder, of those that a pattern means, or of several
    /// paths with commas between.
    ///
    /// Files are cut into parts of `total bytes / partitions`, at least one byte; each part is a
    /// partition and a line belongs to the part that it begins in.
    ///
    /// # Errors
    /// None: a missing file fails the first job.
    pub fn text_file(
        vm: &mut Vm,
        context: &Rc<Context>,
        path: &str,
        partitions: usize,
        unicode: bool,
    ) -> Result<Rdd> {
        let format = match unicode {
            true => TextFormat::Lines,
            false => TextFormat::ByteLines,
        };
        let serializer = Serializer::Text(unicode);
        Ok(of_files(vm, context, path, format, serializer, |files| {
            split(files, partitions as u64)
        }))
    }

    /// A pair of path and text for each file; small files share a partition.
    ///
    /// # Errors
    /// None: a missing file fails the first job.
    pub fn whole_text_files(
        vm: &mut Vm,
        context: &Rc<Context>,
        path: &str,
        partitions: usize,
    ) -> Result<Rdd> {
        let text = || Serializer::Text(true);
        let serializer = Serializer::Pair(Box::new((text(), text())));
        let format = TextFormat::Whole;
        Ok(of_files(vm, context, path, format, serializer, |files| {
            combine(files, partitions as u64)
        }))
    }

    /// A pair of path and `bytes` for each file; small files share a partition.
    ///
    /// # Errors
    /// None: a missing file fails the first job.
    pub fn binary_files(
        vm: &mut Vm,
        context: &Rc<Context>,
        path: &str,
        partitions: usize,
    ) -> Result<Rdd> {
        let serializer = Serializer::Pair(Box::new((Serializer::Text(true), Serializer::Bytes)));
        Ok(of_files(
            vm,
            context,
            path,
            TextFormat::Bytes,
            serializer,
            |files| combine(files, partitions as u64),
        ))
    }

    /// The `bytes` of each `length` bytes of a file, or of all files in a folder; what is left at
    /// the end of a file is no record.
    ///
    /// # Errors
    /// None: a missing file fails the first job.
    pub fn binary_records(
        vm: &mut Vm,
        context: &Rc<Context>,
        path: &str,
        length: usize,
    ) -> Result<Rdd> {
        let format = TextFormat::Fixed(length);
        Ok(of_files(
            vm,
            context,
            path,
            format,
            Serializer::Bytes,
            |files| {
                // A file is one part, so that records are whole.
                let filled = files.into_iter().filter(|file| file.length > 0);
                filled.map(|file| vec![file]).collect()
            },
        ))
    }
}

fn of_files(
    vm: &mut Vm,
    context: &Rc<Context>,
    path: &str,
    format: TextFormat,
    serializer: Serializer,
    cut: impl Fn(Vec<FilePart>) -> Vec<Vec<FilePart>>,
) -> Rdd {
    let files = vm.host.files();
    let whole = |path: String| FilePart {
        start: 0,
        length: files.status(&path).map_or(0, |status| status.size),
        path,
    };
    let input = InputFiles::of(files.clone(), path, |found| {
        cut(found.into_iter().map(whole).collect())
    });
    let node = TextFiles { format, input };
    // The RDD of Hadoop's records, whose texts this RDD is.
    context.skip_rdd_ids(1);
    let plan = context.plan(node, None);
    let store = context.store();
    store.set_rdd_info(plan.owner(), |info| info.name = Some(path.to_owned()));
    Rdd::physical(context, plan, serializer, None)
}

/// Cuts files into parts of equal size (Hadoop's `FileInputFormat`).
fn split(files: Vec<FilePart>, partitions: u64) -> Vec<Vec<FilePart>> {
    let total: u64 = files.iter().map(|file| file.length).sum();
    let goal = (total / partitions.max(1)).clamp(1, BLOCK);
    let mut parts = Vec::new();
    for file in files {
        let mut start = 0;
        while (file.length - start) as f64 / goal as f64 > SLOP {
            parts.push(vec![FilePart {
                path: file.path.clone(),
                start,
                length: goal,
            }]);
            start += goal;
        }
        if start < file.length || file.length == 0 {
            parts.push(vec![FilePart {
                start,
                length: file.length - start,
                path: file.path,
            }]);
        }
    }
    parts
}

/// Puts whole files together until they have their share of the bytes (Hadoop's
/// `CombineFileInputFormat`).
fn combine(files: Vec<FilePart>, partitions: u64) -> Vec<Vec<FilePart>> {
    let total: u64 = files.iter().map(|file| file.length).sum();
    let share = total.div_ceil(partitions.max(1));
    let mut parts = Vec::new();
    let mut current = Vec::new();
    let mut size = 0;
    for file in files {
        size += file.length;
        current.push(file);
        if size >= share {
            parts.push(std::mem::take(&mut current));
            size = 0;
        }
    }
    if !current.is_empty() {
        parts.push(current);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{FilePart, split};

    #[test]
    fn parts_of_files() {
        let file = |path: &str, length| FilePart {
            path: path.to_string(),
            start: 0,
            length,
        };
        let parts = split(vec![file("a", 10), file("b", 0), file("c", 21)], 2);
        let cuts: Vec<(&str, u64, u64)> = parts
            .iter()
            .map(|part| (part[0].path.as_str(), part[0].start, part[0].length))
            .collect();
        assert_eq!(
            cuts,
            [("a", 0, 10), ("b", 0, 0), ("c", 0, 15), ("c", 15, 6)]
        );
    }
}
