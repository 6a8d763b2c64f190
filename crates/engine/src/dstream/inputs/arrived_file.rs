//! The RDD of a file that arrived: one partition, read when the job runs.

use std::sync::Arc;

use brooklet_python::files::{FileError, FileSystem};
use brooklet_python::pickle::Pickled;

use crate::partition::Serializer;
use crate::partition::{Chunk, Partition};
use crate::plan::physical::PhysicalRdd;
use crate::plan::{Plan, TaskContext};
use crate::rdd::Context;
use crate::rdd::Rdd;
use crate::task::TaskError;

/// What Spark says of a file that does not hold a whole number of records: its Python worker ends
/// with an error.
const WORKER_CRASHED: &str = "Python worker exited unexpectedly (crashed). Consider setting \
     'spark.sql.execution.pyspark.udf.faulthandler.enabled' or\
     'spark.python.worker.faulthandler.enabled' configuration to 'true' for the better Python \
     traceback.";

/// How a file's bytes become records.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    /// A `str` a line; lines end with `\n`, `\r` or `\r\n`.
    Lines,
    /// A `bytes` every so many bytes.
    Fixed(usize),
}

impl Format {
    /// The serializer of its RDDs.
    pub(crate) fn serializer(self) -> Serializer {
        match self {
            Format::Lines => Serializer::Text(true),
            Format::Fixed(_) => Serializer::Bytes,
        }
    }

    /// How many records a file holds now; none if it cannot be read.
    pub(super) fn records(self, files: &dyn FileSystem, path: &str) -> usize {
        let content = files.read(path).unwrap_or_default();
        match self {
            Format::Lines => lines(&content).count(),
            Format::Fixed(length) => content.len() / length,
        }
    }
}

struct ArrivedFile {
    files: Arc<dyn FileSystem>,
    path: String,
    format: Format,
    partitions: usize,
}

/// The RDD of a file; an empty file has no partition.
pub(super) fn arrived_file(
    spark: &Context,
    files: &Arc<dyn FileSystem>,
    path: String,
    format: Format,
) -> Arc<Plan> {
    let is_empty = files.status(&path).is_ok_and(|status| status.size == 0);
    let file = ArrivedFile {
        files: files.clone(),
        path,
        format,
        partitions: usize::from(!is_empty),
    };
    spark.plan(file, None)
}

/// The RDD of several files, one after another.
pub(super) fn arrived_files(
    spark: &std::rc::Rc<Context>,
    files: &Arc<dyn FileSystem>,
    paths: Vec<String>,
    format: Format,
) -> Vec<Rdd> {
    paths
        .into_iter()
        .map(|path| {
            let plan = arrived_file(spark, files, path, format);
            Rdd::physical(spark, plan, format.serializer(), None)
        })
        .collect()
}

impl PhysicalRdd for ArrivedFile {
    fn partitions(&self) -> usize {
        self.partitions
    }

    fn parents(&self) -> Vec<Arc<Plan>> {
        Vec::new()
    }

    fn compute(&self, _: &mut TaskContext<'_>, _: usize) -> Result<Partition, TaskError> {
        let content = self
            .files
            .read(&self.path)
            .map_err(|error| missing(&self.path, error))?;
        let records: Vec<Pickled> = match self.format {
            Format::Lines => lines(&content).map(|line| Pickled::str(&line)).collect(),
            Format::Fixed(length) if content.len() % length != 0 => {
                return Err(TaskError::Java {
                    class: "org.apache.spark.SparkException",
                    message: WORKER_CRASHED.to_owned(),
                });
            }
            Format::Fixed(length) => content
                .chunks(length)
                .map(|record| Pickled::Bytes(record.into()))
                .collect(),
        };
        let chunks = records.into_iter().map(|record| Chunk::new(vec![record]));
        Ok(Partition::new(chunks.collect()))
    }

    fn description(&self) -> &'static str {
        "NewHadoopRDD"
    }
}

fn missing(path: &str, error: FileError) -> TaskError {
    TaskError::Java {
        class: "java.io.FileNotFoundException",
        message: match error {
            FileError::NotFound => format!("File file:{path} does not exist"),
            other => format!("File file:{path}: {other}"),
        },
    }
}

/// The lines of a text in UTF-8, without their ends.
fn lines(content: &[u8]) -> impl Iterator<Item = String> + '_ {
    let mut rest = content;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let end = end.unwrap_or(rest.len());
        let line = String::from_utf8_lossy(&rest[..end]).into_owned();
        let after = match &rest[end..] {
            [b'\r', b'\n', ..] => end + 2,
            [] => end,
            _ => end + 1,
        };
        rest = &rest[after..];
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_three_ways() {
        let split = |text: &str| lines(text.as_bytes()).collect::<Vec<_>>();
        assert_eq!(split("a\nb\r\nc\rd"), ["a", "b", "c", "d"]);
        assert_eq!(split("a\n\nb\n"), ["a", "", "b"]);
        assert_eq!(split("\u{feff}é"), ["\u{feff}é"]);
        assert!(split("").is_empty());
    }
}
