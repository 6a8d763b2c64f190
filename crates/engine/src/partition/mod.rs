//! The records of a partition, as a task leaves them.

mod chunk;
mod chunk_writer;
mod pickled_size;
mod records;
mod serializer;
mod store;

pub use chunk::Chunk;
pub(crate) use chunk_writer::write_chunks;
pub(crate) use records::made_late;
pub use records::{Records, from_fn};
pub use serializer::Serializer;
pub(crate) use store::{Block, BlockOwner, Checkpoint, CheckpointKind, OwnedBlocks, RddInfo};
pub use store::{BlockStore, StorageLevel};

use brooklet_python::pickle::Pickled;
use brooklet_python::value::PyIterator;
use brooklet_python::vm::{Result, Vm};
use brooklet_python::{Value, pickle};

/// A materialised partition: chunks of records in order. Cloning is cheap.
///
/// Operators know nothing of its layout: they iterate, concatenate, and move whole chunks.
#[derive(Clone, Default)]
pub struct Partition {
    chunks: Vec<Chunk>,
}

impl Partition {
    /// A partition of these chunks.
    pub fn new(chunks: Vec<Chunk>) -> Partition {
        Partition { chunks }
    }

    /// Its chunks, in order.
    pub fn chunks(&self) -> &[Chunk] {
        &self.chunks
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.chunks.iter().map(Chunk::len).sum()
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.chunks.iter().all(|chunk| chunk.len() == 0)
    }

    /// How many bytes of memory it takes, about.
    pub(crate) fn bytes(&self) -> usize {
        let own = size_of_val(self.chunks.as_slice());
        own + self.chunks.iter().map(Chunk::bytes).sum::<usize>()
    }

    /// The pickled records, in order.
    pub fn rows(&self) -> impl Iterator<Item = Pickled> + '_ {
        self.chunks
            .iter()
            .flat_map(|chunk| (0..chunk.len()).map(|at| chunk.row(at)))
    }

    /// The records, in order, in a machine.
    ///
    /// # Errors
    /// What making an object of a class that Rust code defines raises.
    pub fn values(&self, vm: &mut Vm) -> Result<Vec<Value>> {
        self.rows().map(|row| row.unpickle(vm)).collect()
    }

    /// The first records, in a machine.
    ///
    /// # Errors
    /// As [`Partition::values`].
    pub fn first_values(&self, vm: &mut Vm, count: usize) -> Result<Vec<Value>> {
        self.rows()
            .take(count)
            .map(|row| row.unpickle(vm))
            .collect()
    }

    /// The partition that holds the records of several, one after another.
    pub(crate) fn concatenate(parts: impl IntoIterator<Item = Partition>) -> Partition {
        let chunks = parts.into_iter().flat_map(|part| part.chunks).collect();
        Partition { chunks }
    }

    /// An iterator over the records that makes each value when it is asked for.
    pub(crate) fn into_records(self) -> impl PyIterator {
        PartitionRecords {
            partition: self,
            chunk: 0,
            row: 0,
        }
    }
}

struct PartitionRecords {
    partition: Partition,
    chunk: usize,
    row: usize,
}

impl PyIterator for PartitionRecords {
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        while let Some(chunk) = self.partition.chunks.get(self.chunk) {
            if self.row < chunk.len() {
                let row = chunk.row(self.row);
                self.row += 1;
                return row.unpickle(vm).map(Some);
            }
            self.chunk += 1;
            self.row = 0;
        }
        Ok(None)
    }

    fn size_hint(&self) -> u64 {
        let chunks = self.partition.chunks.get(self.chunk..).unwrap_or_default();
        let rows: usize = chunks.iter().map(Chunk::len).sum();
        rows.saturating_sub(self.row) as u64
    }
}

/// Pickles records as PySpark's serializer pickles them into one chunk.
///
/// # Errors
/// `PicklingError` for what cannot be pickled.
pub(crate) fn pickle_records(vm: &mut Vm, values: &[Value]) -> Result<Vec<Pickled>> {
    pickle::pickle_all(vm, values).map_err(|raise| crate::task::could_not_serialize(vm, raise))
}

/// Pickles a record as PySpark's serializer pickles it.
///
/// # Errors
/// `PicklingError` for what cannot be pickled.
pub(crate) fn pickle_record(vm: &mut Vm, value: &Value) -> Result<Pickled> {
    match value {
        Value::None => Ok(Pickled::None),
        Value::Bool(value) => Ok(Pickled::Bool(*value)),
        Value::Int(value) => Ok(Pickled::Int(*value)),
        Value::Float(value) => Ok(Pickled::Float(*value)),
        _ => pickle::pickle(vm, value).map_err(|raise| crate::task::could_not_serialize(vm, raise)),
    }
}
