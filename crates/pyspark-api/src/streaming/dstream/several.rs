//! Operators on two streams.

use brooklet_protocol::ArgumentKind::{Count, Flag, Function, Stream};

use crate::Group;
use crate::form::{Input, new, of};
use crate::method::method;

const JOINED: &[Input] = &[of(Stream), of(Count)];

pub(super) const SEVERAL_STREAMS: Group = Group {
    title: "Several streams",
    rule: "org.apache.spark.streaming.dstream.TransformedDStream",
    methods: &[
        method("union(other) -> DStream")
            .says("Puts the records of another stream behind those of this one.")
            .operator(&[of(Stream)]),
        method("join(other, numPartitions=None) -> DStream")
            .says("Pairs the values of each key with those of the same key in another stream.")
            .operator(JOINED),
        method("leftOuterJoin(other, numPartitions=None) -> DStream")
            .says("Joins with another stream and keeps the keys that only this one has.")
            .operator(JOINED),
        method("rightOuterJoin(other, numPartitions=None) -> DStream")
            .says("Joins with another stream and keeps the keys that only the other one has.")
            .operator(JOINED),
        method("fullOuterJoin(other, numPartitions=None) -> DStream")
            .says("Joins with another stream and keeps the keys that only one of the two has.")
            .operator(JOINED),
        method("cogroup(other, numPartitions=None) -> DStream")
            .says("Gathers for each key its values in this stream and its values in another one.")
            .operator(JOINED),
        method("transformWith(func, other, keepSerializer=False) -> DStream")
            .says("Hands a batch of this stream and one of another, as RDDs, to a function.")
            .operator(&[
                new(Function, "lambda rdd, other: rdd.union(other)"),
                of(Stream),
                of(Flag),
            ]),
    ],
};
