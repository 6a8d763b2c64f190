//! Operators on the last batches together.

use brooklet_protocol::ArgumentKind::{Function, Value};

use super::{Method, Need, OPTIONAL_SLIDE, PARTITIONS, SLIDE, WINDOW, needed, optional};

const GROUP: &str = "Windows";

pub(super) static METHODS: &[Method] = &[
    Method::operator(
        GROUP,
        "window",
        "Brings the records of the last batches together.",
        &[WINDOW, OPTIONAL_SLIDE],
    ),
    Method::operator(
        GROUP,
        "reduceByKeyAndWindow",
        "Puts the values of each key in the last batches together into one.",
        &[
            needed("func", Function, "lambda a, b: a + b"),
            needed("invFunc", Value, "None"),
            WINDOW,
            OPTIONAL_SLIDE,
            PARTITIONS,
            optional("filterFunc", Function, "None"),
        ],
    ),
    Method::operator(
        GROUP,
        "reduceByWindow",
        "Puts all records of the last batches together into one.",
        &[
            needed("reduceFunc", Function, "lambda a, b: a + b"),
            needed("invReduceFunc", Value, "None"),
            WINDOW,
            SLIDE,
        ],
    ),
    Method::operator(
        GROUP,
        "countByWindow",
        "Counts the records of the last batches.",
        &[WINDOW, SLIDE],
    )
    .with_need(Need::CheckpointDirectory),
    Method::operator(
        GROUP,
        "countByValueAndWindow",
        "Counts how often each record occurs in the last batches.",
        &[WINDOW, SLIDE, PARTITIONS],
    )
    .with_need(Need::CheckpointDirectory),
    Method::operator(
        GROUP,
        "groupByKeyAndWindow",
        "Gathers the values of each key in the last batches.",
        &[WINDOW, SLIDE, PARTITIONS],
    )
    .with_need(Need::CheckpointDirectory),
];
