//! Operators on two streams and more.

use brooklet_protocol::ArgumentKind::{Flag, Function, Stream, Value};

use super::{Method, Owner, PARTITIONS, Parameter, needed, optional, stream};

const GROUP: &str = "Several streams";

pub(super) static METHODS: &[Method] = &[
    Method::operator(
        GROUP,
        "union",
        "Puts the records of another stream behind those of this one.",
        &[stream("other")],
    ),
    Method::operator(
        GROUP,
        "join",
        "Pairs the values of each key with those of the same key in another stream.",
        &[stream("other"), PARTITIONS],
    ),
    Method::operator(
        GROUP,
        "leftOuterJoin",
        "Joins with another stream and keeps the keys that only this one has.",
        &[stream("other"), PARTITIONS],
    ),
    Method::operator(
        GROUP,
        "rightOuterJoin",
        "Joins with another stream and keeps the keys that only the other one has.",
        &[stream("other"), PARTITIONS],
    ),
    Method::operator(
        GROUP,
        "fullOuterJoin",
        "Joins with another stream and keeps the keys that only one of the two has.",
        &[stream("other"), PARTITIONS],
    ),
    Method::operator(
        GROUP,
        "cogroup",
        "Gathers for each key its values in this stream and its values in another one.",
        &[stream("other"), PARTITIONS],
    ),
    Method::operator(
        GROUP,
        "transformWith",
        "Hands a batch of this stream and one of another, as RDDs, to a function.",
        &[
            needed("func", Function, "lambda rdd, other: rdd.union(other)"),
            stream("other"),
            optional("keepSerializer", Flag, "False"),
        ],
    ),
    Method {
        further: Some(stream("dstreams")),
        ..Method::operator(
            GROUP,
            "union",
            "Puts the records of several streams one behind the other.",
            &[],
        )
        .of(Owner::Context)
    },
    Method::operator(
        GROUP,
        "transform",
        "Hands a batch of each of several streams, as RDDs, to a function.",
        &[
            needed("dstreams", Value, "[]"),
            needed("transformFunc", Function, "lambda rdds: rdds[0]"),
        ],
    )
    .of(Owner::Context),
    Method::operator(
        GROUP,
        "predictOn",
        "Predicts a value for each record with a model.",
        MODEL,
    )
    .of(Owner::Model),
    Method::operator(
        GROUP,
        "predictOnValues",
        "Predicts a value for the value of each pair with a model.",
        MODEL,
    )
    .of(Owner::Model),
];

pub(super) const MODEL: &[Parameter] = &[Parameter {
    name: "dstream",
    kind: Stream,
    default: None,
    new: None,
}];
