//! Operators that look at records one by one, or at all of a batch.

use brooklet_protocol::ArgumentKind::Function;

use super::{Method, PRESERVES, needed};

const GROUP: &str = "Records";

pub(super) static METHODS: &[Method] = &[
    Method::operator(
        GROUP,
        "map",
        "Makes one record of each record.",
        &[needed("f", Function, "lambda x: x"), PRESERVES],
    ),
    Method::operator(
        GROUP,
        "flatMap",
        "Makes any number of records of each record, and strings them together.",
        &[needed("f", Function, "lambda x: [x]"), PRESERVES],
    ),
    Method::operator(
        GROUP,
        "filter",
        "Keeps the records for which a function is true.",
        &[needed("f", Function, "lambda x: True")],
    ),
    Method::operator(GROUP, "count", "Counts the records of a batch.", &[]),
    Method::operator(
        GROUP,
        "countByValue",
        "Counts how often each record occurs in a batch.",
        &[],
    ),
    Method::operator(
        GROUP,
        "reduce",
        "Puts all records of a batch together, two at a time, into one.",
        &[needed("func", Function, "lambda a, b: a + b")],
    ),
    Method::operator(
        GROUP,
        "transform",
        "Hands the whole batch, as an RDD, to a function that returns another.",
        &[needed("func", Function, "lambda rdd: rdd")],
    ),
];
