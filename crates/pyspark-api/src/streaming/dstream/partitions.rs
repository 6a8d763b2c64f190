//! Operators on how batches are divided and kept.

use brooklet_protocol::ArgumentKind::{Count, Duration, Flag, Function, Value};

use crate::form::{new, of};
use crate::method::method;
use crate::{Group, Need};

pub(super) const PARTITIONS: Group = Group {
    title: "Partitions and storage",
    rule: "org.apache.spark.streaming.dstream.DStream",
    methods: &[
        method("mapPartitions(f, preservesPartitioning=False) -> DStream")
            .says("Hands each partition's records to a function that yields others.")
            .operator(&[new(Function, "lambda records: records"), of(Flag)]),
        method("mapPartitionsWithIndex(f, preservesPartitioning=False) -> DStream")
            .says("Hands each partition's number and records to a function that yields others.")
            .operator(&[new(Function, "lambda index, records: records"), of(Flag)]),
        method("glom() -> DStream")
            .says("Makes one list of each partition.")
            .operator(&[]),
        method("repartition(numPartitions) -> DStream")
            .says("Spreads the records over so many partitions.")
            .operator(&[new(Count, "2")]),
        method("partitionBy(numPartitions, partitionFunc=portable_hash) -> DStream")
            .says("Puts the pairs of a key into the same of so many partitions.")
            .operator(&[new(Count, "2"), of(Function)]),
        method("cache() -> DStream")
            .says("Keeps what was computed, for streams that read it more than once.")
            .operator(&[]),
        method("persist(storageLevel) -> DStream")
            .says("Keeps what was computed, where a storage level says.")
            .operator(&[new(Value, "StorageLevel.MEMORY_ONLY")])
            .needs(Need::StorageLevel),
        method("checkpoint(interval) -> DStream")
            .says("Saves the stream's RDDs every so many seconds.")
            .operator(&[new(Duration, "10")])
            .needs(Need::CheckpointDirectory),
    ],
};
