//! Operators on the last batches together.

use brooklet_protocol::ArgumentKind::{Count, Duration, Function, Value};

use crate::form::{Input, new, of};
use crate::method::method;
use crate::{Group, Need};

/// How long a new window is, and how far it moves: in batch intervals.
const LENGTH: Input = new(Duration, "3");
const SLIDE: Input = new(Duration, "1");

pub(super) const WINDOWS: Group = Group {
    title: "Windows",
    rule: "org.apache.spark.streaming.dstream.WindowedDStream",
    methods: &[
        method("window(windowDuration, slideDuration=None) -> DStream")
            .says("Brings the records of the last batches together.")
            .operator(&[LENGTH, SLIDE]),
        method("reduceByKeyAndWindow(func, invFunc, windowDuration, slideDuration=None, numPartitions=None, filterFunc=None) -> DStream")
            .says("Puts the values of each key in the last batches together into one.")
            .operator(&[
                new(Function, "lambda a, b: a + b"),
                new(Value, "None"),
                LENGTH,
                SLIDE,
                of(Count),
                of(Function),
            ]),
        method("reduceByWindow(reduceFunc, invReduceFunc, windowDuration, slideDuration) -> DStream")
            .says("Puts all records of the last batches together into one.")
            .operator(&[
                new(Function, "lambda a, b: a + b"),
                new(Value, "None"),
                LENGTH,
                SLIDE,
            ]),
        method("countByWindow(windowDuration, slideDuration) -> DStream")
            .says("Counts the records of the last batches.")
            .operator(&[LENGTH, SLIDE])
            .needs(Need::CheckpointDirectory),
        method("countByValueAndWindow(windowDuration, slideDuration, numPartitions=None) -> DStream")
            .says("Counts how often each record occurs in the last batches.")
            .operator(&[LENGTH, SLIDE, of(Count)])
            .needs(Need::CheckpointDirectory),
        method("groupByKeyAndWindow(windowDuration, slideDuration, numPartitions=None) -> DStream")
            .says("Gathers the values of each key in the last batches.")
            .operator(&[LENGTH, SLIDE, of(Count)])
            .needs(Need::CheckpointDirectory),
    ],
};
