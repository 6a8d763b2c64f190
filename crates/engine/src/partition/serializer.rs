//! How records are put into chunks: PySpark's serializers.
//!
//! A program can see the chunks: `repartition` moves whole chunks, `cartesian` and `zip` pair them, and
//! `StreamingContext.union` refuses streams whose serializers differ.

/// The serializer that an RDD's partitions were written with.
#[derive(Clone, PartialEq, Debug)]
pub enum Serializer {
    /// Chunks of 1, 2, 4, 8, … records, doubling while a chunk stays under 64 KiB (`AutoBatchedSerializer`).
    Auto,
    /// Chunks of this many records (`BatchedSerializer`).
    Batched(usize),
    /// One chunk for all records of a write (`BatchedSerializer` without a size): what a shuffle gives.
    Unlimited,
    /// A chunk a record (`UTF8Deserializer`): lines of text; the flag is its `use_unicode`.
    Text(bool),
    /// A chunk a record (`NoOpSerializer`): bytes, and the RDD without partitions.
    Bytes,
    /// What `zip` gives.
    Pair(Box<(Serializer, Serializer)>),
    /// What `cartesian` gives.
    Cartesian(Box<(Serializer, Serializer)>),
}

impl Serializer {
    /// The batch size as `RDD.zip` sees it: 0 when it varies, -1 without a limit.
    pub(crate) fn batch_size(&self) -> i64 {
        match self {
            Serializer::Auto => 0,
            Serializer::Batched(size) => *size as i64,
            Serializer::Unlimited => -1,
            _ => 1,
        }
    }
}
