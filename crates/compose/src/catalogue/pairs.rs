//! Operators on records that are pairs of a key and a value.

use brooklet_protocol::ArgumentKind::{Function, Value};

use super::{Method, Need, PARTITIONS, needed, optional};

const GROUP: &str = "Keys and values";

pub(super) static METHODS: &[Method] = &[
    Method::operator(
        GROUP,
        "reduceByKey",
        "Puts the values of each key together, two at a time, into one.",
        &[needed("func", Function, "lambda a, b: a + b"), PARTITIONS],
    ),
    Method::operator(
        GROUP,
        "groupByKey",
        "Gathers the values of each key.",
        &[PARTITIONS],
    ),
    Method::operator(
        GROUP,
        "mapValues",
        "Makes one value of each value and leaves its key.",
        &[needed("f", Function, "lambda value: value")],
    ),
    Method::operator(
        GROUP,
        "flatMapValues",
        "Makes any number of values of each value, each with the same key.",
        &[needed("f", Function, "lambda value: [value]")],
    ),
    Method::operator(
        GROUP,
        "combineByKey",
        "Builds something of its own from the values of each key: begin it, add to it, merge two.",
        &[
            needed("createCombiner", Function, "lambda value: [value]"),
            needed(
                "mergeValue",
                Function,
                "lambda found, value: found + [value]",
            ),
            needed("mergeCombiners", Function, "lambda a, b: a + b"),
            PARTITIONS,
        ],
    ),
    Method::operator(
        GROUP,
        "updateStateByKey",
        "Keeps a state for each key from batch to batch and updates it with the new values.",
        &[
            needed(
                "updateFunc",
                Function,
                "lambda new, state: sum(new) + (state or 0)",
            ),
            PARTITIONS,
            optional("initialRDD", Value, "None"),
        ],
    )
    .with_need(Need::CheckpointDirectory),
];
