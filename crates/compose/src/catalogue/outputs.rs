//! Outputs: what a stream is for.

use brooklet_protocol::ArgumentKind::{Count, Function, Text};

use super::several::MODEL;
use super::{Method, Owner, needed, optional};

pub(super) static METHODS: &[Method] = &[
    Method::output(
        "pprint",
        "Prints the first records of every batch.",
        &[optional("num", Count, "10")],
    ),
    Method::output(
        "foreachRDD",
        "Calls a function with every batch as an RDD.",
        &[needed("func", Function, "lambda rdd: print(rdd.collect())")],
    ),
    Method::output(
        "saveAsTextFiles",
        "Writes every batch into a directory of text files.",
        &[
            needed("prefix", Text, "\"batches\""),
            optional("suffix", Text, "None"),
        ],
    ),
    Method::output("trainOn", "Trains a model with every batch.", MODEL).of(Owner::Model),
];
