//! What a stream tells of itself.

use crate::Group;
use crate::method::{method, property};

pub(super) const ABOUT_THE_STREAM: Group = Group {
    title: "About the stream",
    rule: "org.apache.spark.streaming.dstream.DStream",
    methods: &[
        method("context() -> StreamingContext").says("Gives the context that made the stream."),
        method("slice(begin, end) -> list")
            .says("Gives the RDDs of the batches between two times, both included."),
        property("is_cached -> bool").says("Whether cache or persist was called."),
        property("is_checkpointed -> bool").says("Whether checkpoint was called."),
    ],
};
