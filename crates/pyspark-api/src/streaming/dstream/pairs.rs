//! Operators on records that are pairs of a key and a value.

use brooklet_protocol::ArgumentKind::{Count, Function, Value};

use crate::form::{new, of};
use crate::method::method;
use crate::{Group, Need};

pub(super) const PAIRS: Group = Group {
    title: "Keys and values",
    rule: "org.apache.spark.streaming.dstream.PairDStreamFunctions",
    methods: &[
        method("reduceByKey(func, numPartitions=None) -> DStream")
            .says("Puts the values of each key together, two at a time, into one.")
            .operator(&[new(Function, "lambda a, b: a + b"), of(Count)]),
        method("groupByKey(numPartitions=None) -> DStream")
            .says("Gathers the values of each key.")
            .operator(&[of(Count)]),
        method("mapValues(f) -> DStream")
            .says("Makes one value of each value and leaves its key.")
            .operator(&[new(Function, "lambda value: value")]),
        method("flatMapValues(f) -> DStream")
            .says("Makes any number of values of each value, each with the same key.")
            .operator(&[new(Function, "lambda value: [value]")]),
        method("combineByKey(createCombiner, mergeValue, mergeCombiners, numPartitions=None) -> DStream")
            .says("Builds something of its own from the values of each key: begin it, add to it, merge two.")
            .operator(&[
                new(Function, "lambda value: [value]"),
                new(Function, "lambda found, value: found + [value]"),
                new(Function, "lambda a, b: a + b"),
                of(Count),
            ]),
        method("updateStateByKey(updateFunc, numPartitions=None, initialRDD=None) -> DStream")
            .says("Keeps a state for each key from batch to batch and updates it with the new values.")
            .operator(&[
                new(Function, "lambda new, state: sum(new) + (state or 0)"),
                of(Count),
                of(Value),
            ])
            .needs(Need::CheckpointDirectory),
    ],
};
