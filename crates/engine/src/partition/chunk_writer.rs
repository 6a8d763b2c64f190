//! Writing records as a serializer chunks them.

use brooklet_python::vm::{Result, Vm};

use super::pickled_size::pickled_size;
use super::{Chunk, Partition, Records, Serializer, pickle_records};

/// The size that `AutoBatchedSerializer` aims at, in bytes.
const BEST_SIZE: usize = 1 << 16;

/// Pulls all records and pickles them, chunked as the serializer chunks them.
///
/// Asks again after the end until a chunk stays empty, as PySpark does: a function that raises
/// `StopIteration` ends a chunk, not the partition.
///
/// # Errors
/// What pulling a record raises; `PicklingError` for a record that cannot be pickled.
pub(crate) fn write_chunks(
    vm: &mut Vm,
    mut records: Records,
    serializer: &Serializer,
) -> Result<Partition> {
    let mut chunks = Vec::new();
    let mut wanted = match serializer {
        Serializer::Batched(size) => *size,
        Serializer::Unlimited => usize::MAX,
        _ => 1,
    };
    loop {
        let mut values = Vec::new();
        while values.len() < wanted
            && let Some(value) = records.next(vm)?
        {
            values.push(value);
        }
        if values.is_empty() {
            return Ok(Partition::new(chunks));
        }
        let rows = pickle_records(vm, &values)?;
        if *serializer == Serializer::Auto {
            let size = pickled_size(&rows);
            if size < BEST_SIZE {
                wanted *= 2;
            } else if size > BEST_SIZE * 10 && wanted > 1 {
                wanted /= 2;
            }
        }
        chunks.push(Chunk::new(rows));
        if *serializer == Serializer::Unlimited {
            return Ok(Partition::new(chunks));
        }
    }
}
