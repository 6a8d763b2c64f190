//! Operators on how batches are divided and kept.

use brooklet_protocol::ArgumentKind::{Count, Duration, Function, Value};

use super::{Method, Need, PRESERVES, needed, optional};

const GROUP: &str = "Partitions and storage";

pub(super) static METHODS: &[Method] = &[
    Method::operator(
        GROUP,
        "mapPartitions",
        "Hands each partition's records to a function that yields others.",
        &[needed("f", Function, "lambda records: records"), PRESERVES],
    ),
    Method::operator(
        GROUP,
        "mapPartitionsWithIndex",
        "Hands each partition's number and records to a function that yields others.",
        &[
            needed("f", Function, "lambda index, records: records"),
            PRESERVES,
        ],
    ),
    Method::operator(GROUP, "glom", "Makes one list of each partition.", &[]),
    Method::operator(
        GROUP,
        "repartition",
        "Spreads the records over so many partitions.",
        &[needed("numPartitions", Count, "2")],
    ),
    Method::operator(
        GROUP,
        "partitionBy",
        "Puts the pairs of a key into the same of so many partitions.",
        &[
            needed("numPartitions", Count, "2"),
            optional("partitionFunc", Function, "portable_hash"),
        ],
    ),
    Method::operator(
        GROUP,
        "cache",
        "Keeps what was computed, for streams that read it more than once.",
        &[],
    ),
    Method::operator(
        GROUP,
        "persist",
        "Keeps what was computed, where a storage level says.",
        &[needed("storageLevel", Value, "StorageLevel.MEMORY_ONLY")],
    )
    .with_need(Need::StorageLevel),
    Method::operator(
        GROUP,
        "checkpoint",
        "Saves the stream's RDDs every so many seconds.",
        &[needed("interval", Duration, "10")],
    )
    .with_need(Need::CheckpointDirectory),
];
