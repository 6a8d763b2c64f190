//! The node of `StreamingContext.textFileStream` and `StreamingContext.binaryRecordsStream`.

use brooklet_python::Vm;

use super::arrived_file::{Format, arrived_files};
use super::arriving_files::ArrivingFiles;
use crate::dstream::BatchTime;
use crate::dstream::node::{Compute, Node};
use crate::error::Result;
use crate::rdd::Rdd;

/// The records of the files that arrive in a folder; each file has partitions of its own. The files
/// are read when the job runs. The job fails if records have a fixed length and a file does not
/// hold a whole number of them.
///
/// Source: `StreamingContext.textFileStream`, `StreamingContext.binaryRecordsStream`.
pub(crate) struct FileStream {
    pub(crate) arriving: ArrivingFiles,
    pub(crate) format: Format,
    pub(crate) batch_ms: i64,
}

impl Compute for FileStream {
    fn class_name(&self) -> &'static str {
        "MappedDStream"
    }

    fn parents(&self) -> Vec<Node> {
        Vec::new()
    }

    fn slide_ms(&self) -> i64 {
        self.batch_ms
    }

    fn compute(&self, vm: &mut Vm, node: &Node, time: BatchTime) -> Result<Option<Rdd>> {
        let paths = match self.arriving.has_taken(time) {
            true => self.arriving.taken(time),
            false => self.arriving.take(time)?,
        };
        let spark = &node.lifecycle().spark;
        let rdds = arrived_files(spark, self.arriving.files(), paths, self.format);
        node.unite(vm, &rdds).map(Some)
    }

    fn least_remember_ms(&self) -> i64 {
        self.arriving.remember_ms()
    }

    fn has_ignored_files(&self) -> bool {
        self.arriving.has_ignored()
    }

    fn forget(&self, until: BatchTime) {
        self.arriving.forget(until);
    }

    /// Spark reports its files, but not how many records they have.
    fn reported_records(&self, _: BatchTime) -> Option<usize> {
        Some(0)
    }

    fn input_records(&self, time: BatchTime) -> usize {
        let files = self.arriving.files();
        let paths = self.arriving.taken(time);
        let records = paths.iter().map(|path| self.format.records(&**files, path));
        records.sum()
    }
}
