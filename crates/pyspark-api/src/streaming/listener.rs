//! `StreamingListener`.

use crate::method::method;
use crate::{Class, Group};

/// What a program derives its listeners from.
pub const STREAMING_LISTENER: Class = Class {
    name: "StreamingListener",
    module: "pyspark.streaming.listener",
    base: None,
    sentence: "Is told how batches go on; derive from it and write the methods of interest.",
    groups: &[
        Group {
            title: "Batches",
            rule: "org.apache.spark.streaming.scheduler.StreamingListener",
            methods: &[
                method("onStreamingStarted(streamingStarted)")
                    .says("Is called when the context has started."),
                method("onBatchSubmitted(batchSubmitted)")
                    .says("Is called when the jobs of a batch are handed in."),
                method("onBatchStarted(batchSubmitted)")
                    .says("Is called when the first job of a batch begins."),
                method("onBatchCompleted(batchCompleted)")
                    .says("Is called when the last job of a batch is over."),
                method("onOutputOperationStarted(outputOperationStarted)")
                    .says("Is called when the job of an output begins."),
                method("onOutputOperationCompleted(outputOperationCompleted)")
                    .says("Is called when the job of an output is over."),
            ],
        },
        Group {
            title: "Receivers",
            rule: "org.apache.spark.streaming.scheduler.StreamingListener",
            methods: &[
                method("onReceiverStarted(receiverStarted)")
                    .says("Is called when a receiver has started."),
                method("onReceiverError(receiverError)")
                    .says("Is called when a receiver reports an error."),
                method("onReceiverStopped(receiverStopped)")
                    .says("Is called when a receiver has stopped."),
            ],
        },
    ],
};
