//! Operators that look at records one by one, or at all of a batch.

use brooklet_protocol::ArgumentKind::{Flag, Function};

use crate::Group;
use crate::form::{new, of};
use crate::method::method;

pub(super) const RECORDS: Group = Group {
    title: "Records",
    rule: "org.apache.spark.streaming.dstream.DStream",
    methods: &[
        method("map(f, preservesPartitioning=False) -> DStream")
            .says("Makes one record of each record.")
            .operator(&[new(Function, "lambda x: x"), of(Flag)]),
        method("flatMap(f, preservesPartitioning=False) -> DStream")
            .says("Makes any number of records of each record, and strings them together.")
            .operator(&[new(Function, "lambda x: [x]"), of(Flag)]),
        method("filter(f) -> DStream")
            .says("Keeps the records for which a function is true.")
            .operator(&[new(Function, "lambda x: True")]),
        method("count() -> DStream")
            .says("Counts the records of a batch.")
            .operator(&[]),
        method("countByValue() -> DStream")
            .says("Counts how often each record occurs in a batch.")
            .operator(&[]),
        method("reduce(func) -> DStream")
            .says("Puts all records of a batch together, two at a time, into one.")
            .operator(&[new(Function, "lambda a, b: a + b")]),
        method("transform(func) -> DStream")
            .says("Hands the whole batch, as an RDD, to a function that returns another.")
            .operator(&[new(Function, "lambda rdd: rdd")]),
    ],
};
