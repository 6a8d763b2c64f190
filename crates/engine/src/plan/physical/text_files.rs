//! Files, cut into partitions as Hadoop cuts them (`HadoopRDD`, `WholeTextFileRDD`).

use std::sync::Arc;

use brooklet_python::files::{FileError, FileSystem};
use brooklet_python::pickle::Pickled;

use super::{InputFiles, PhysicalRdd};
use crate::error::Error;
use crate::files::location;
use crate::partition::{Chunk, Partition};
use crate::plan::{Plan, TaskContext};
use crate::task::TaskError;

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FilePart {
    pub(crate) path: String,
    /// The first byte.
    pub(crate) start: u64,
    /// How many bytes.
    pub(crate) length: u64,
}

/// How a file's bytes become records.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TextFormat {
    /// A `str` a line.
    Lines,
    /// A `bytes` a line.
    ByteLines,
    /// A pair of path and text a file.
    Whole,
    /// A pair of path and `bytes` a file.
    Bytes,
    /// A `bytes` every so many bytes.
    Fixed(usize),
}

/// Files, read when a task computes a partition.
pub(crate) struct TextFiles {
    pub(crate) format: TextFormat,
    /// The parts of files that each partition reads.
    pub(crate) input: InputFiles<Vec<FilePart>>,
}

impl PhysicalRdd for TextFiles {
    fn partitions(&self) -> usize {
        self.input.len()
    }

    fn parents(&self) -> Vec<Arc<Plan>> {
        Vec::new()
    }

    fn compute(&self, _: &mut TaskContext<'_>, partition: usize) -> Result<Partition, TaskError> {
        let files = &*self.input.files;
        let mut chunks = Vec::new();
        for part in &self.input.partitions[partition] {
            let content = files
                .read(&part.path)
                .map_err(|error| unreadable(files, &part.path, error))?;
            let mut push = |record| chunks.push(Chunk::new(vec![record]));
            match self.format {
                TextFormat::Whole => {
                    let text = String::from_utf8_lossy(&content);
                    let path = location(files, &part.path);
                    push(Pickled::tuple([Pickled::str(&path), Pickled::str(&text)]));
                }
                TextFormat::Bytes => {
                    let path = location(files, &part.path);
                    let bytes = Pickled::Bytes(content.into());
                    push(Pickled::tuple([Pickled::str(&path), bytes]));
                }
                TextFormat::Fixed(length) => {
                    let start = (part.start as usize).min(content.len());
                    let end = (start + part.length as usize).min(content.len());
                    for record in content[start..end].chunks_exact(length) {
                        push(Pickled::Bytes(record.into()));
                    }
                }
                TextFormat::Lines => {
                    for line in lines_of_part(&content, part.start, part.length) {
                        push(Pickled::str(&String::from_utf8_lossy(line)));
                    }
                }
                TextFormat::ByteLines => {
                    for line in lines_of_part(&content, part.start, part.length) {
                        push(Pickled::Bytes(line.into()));
                    }
                }
            }
        }
        Ok(Partition::new(chunks))
    }

    fn check(&self) -> Result<(), Error> {
        self.input.check()
    }

    fn description(&self) -> &'static str {
        "MapPartitionsRDD"
    }

    fn call_site(&self) -> &'static str {
        "textFile at NativeMethodAccessorImpl.java:0"
    }
}

fn unreadable(files: &dyn FileSystem, path: &str, error: FileError) -> TaskError {
    TaskError::Java {
        class: "java.io.FileNotFoundException",
        message: match error {
            FileError::NotFound => format!("File {} does not exist", location(files, path)),
            other => format!("{}: {other}", location(files, path)),
        },
    }
}

/// The lines that belong to a part: all that begin after its first byte and up to its end, its
/// end included; the first part of a file also has the first line.
fn lines_of_part(content: &[u8], start: u64, length: u64) -> Vec<&[u8]> {
    let end = start + length;
    let mut at = start as usize;
    if start > 0 {
        at += take_line(content.get(at..).unwrap_or_default()).1;
    }
    let mut lines = Vec::new();
    while at < content.len() && at as u64 <= end {
        let (line, taken) = take_line(&content[at..]);
        lines.push(line);
        at += taken;
    }
    lines
}

/// The first line, and how many bytes it takes with its end (`\n`, `\r` or `\r\n`).
fn take_line(content: &[u8]) -> (&[u8], usize) {
    let end = content
        .iter()
        .position(|byte| matches!(byte, b'\n' | b'\r'))
        .unwrap_or(content.len());
    let taken = match &content[end..] {
        [b'\r', b'\n', ..] => end + 2,
        [] => end,
        _ => end + 1,
    };
    (&content[..end], taken)
}

#[cfg(test)]
mod tests {
    use super::lines_of_part;

    #[test]
    fn every_line_belongs_to_one_part() {
        let content = b"one\ntwo\r\nthree\n\nfive";
        for cut in 1..content.len() as u64 {
            let mut lines = lines_of_part(content, 0, cut);
            lines.extend(lines_of_part(content, cut, content.len() as u64 - cut));
            let expected: [&[u8]; 5] = [b"one", b"two", b"three", b"", b"five"];
            assert_eq!(lines, expected, "cut at {cut}");
        }
    }
}
