//! `StreamingContext`.

use brooklet_protocol::ArgumentKind::{Count, Flag, Function, Stream, Text, Value};

use crate::form::{new, of};
use crate::method::{class_method, constructor, method, property};
use crate::{Class, Group};

/// The entry point of a streaming program.
pub const STREAMING_CONTEXT: Class = Class {
    name: "StreamingContext",
    module: "pyspark.streaming",
    base: None,
    sentence: "Makes streams, and runs a batch of them every so many seconds.",
    groups: &[
        Group {
            title: "Making a context",
            rule: "org.apache.spark.streaming.StreamingContext",
            methods: &[
                constructor("__init__(sparkContext, batchDuration=None, jssc=None)")
                    .says("Makes a context whose batches last so many seconds."),
                class_method("getOrCreate(checkpointPath, setupFunc) -> StreamingContext")
                    .says("Gives the context of the checkpoint in a directory, or else the one that a function makes."),
                class_method("getActive() -> StreamingContext")
                    .says("Gives the context that is started and not stopped, or None."),
                class_method("getActiveOrCreate(checkpointPath, setupFunc) -> StreamingContext")
                    .says("Gives the active context, or else what getOrCreate gives."),
                property("sparkContext -> SparkContext")
                    .says("The SparkContext that runs the jobs."),
            ],
        },
        Group {
            title: "Inputs",
            rule: "org.apache.spark.streaming.dstream.InputDStream",
            methods: &[
                method("queueStream(rdds, oneAtATime=True, default=None) -> DStream")
                    .says("Takes the next list of records from a queue for every batch.")
                    .input(&[new(Value, "[[1, 2, 3], [4, 5]]"), of(Flag), of(Value)]),
                method("textFileStream(directory) -> DStream")
                    .says("Reads the lines of every text file that appears in a directory.")
                    .input(&[new(Text, "\"inbox\"")]),
                method("binaryRecordsStream(directory, recordLength) -> DStream")
                    .says("Cuts every file that appears in a directory into records of so many bytes.")
                    .input(&[new(Text, "\"inbox\""), new(Count, "4")]),
                method("socketTextStream(hostname, port, storageLevel=StorageLevel.MEMORY_AND_DISK_2) -> DStream")
                    .says("Reads the lines of text that a server sends: in the page, what you type beside the program.")
                    .input(&[new(Text, "\"localhost\""), new(Count, "9999"), of(Value)]),
            ],
        },
        Group {
            title: "Several streams",
            rule: "org.apache.spark.streaming.StreamingContext",
            methods: &[
                method("union(*dstreams) -> DStream")
                    .says("Puts the records of several streams one behind the other.")
                    .operator(&[of(Stream)]),
                method("transform(dstreams, transformFunc) -> DStream")
                    .says("Hands a batch of each of several streams, as RDDs, to a function.")
                    .operator(&[new(Value, "[]"), new(Function, "lambda rdds: rdds[0]")]),
            ],
        },
        Group {
            title: "Running",
            rule: "org.apache.spark.streaming.scheduler.JobScheduler",
            methods: &[
                method("start()").says("Fixes the graph of streams and starts the batches."),
                method("stop(stopSparkContext=True, stopGraceFully=False)")
                    .says("Ends the batches, and the SparkContext with them unless told otherwise."),
                method("awaitTermination(timeout=None)")
                    .says("Waits until the context is stopped or a batch fails, or for so many seconds."),
                method("awaitTerminationOrTimeout(timeout) -> bool")
                    .says("Waits for so many seconds and tells whether the context has stopped."),
                method("addStreamingListener(streamingListener)")
                    .says("Calls the methods of a listener as batches go on."),
            ],
        },
        Group {
            title: "Settings",
            rule: "org.apache.spark.streaming.DStreamGraph",
            methods: &[
                method("checkpoint(directory)")
                    .says("Sets the directory that checkpoints are saved in."),
                method("remember(duration)")
                    .says("Keeps the RDDs of every stream for so many seconds."),
            ],
        },
    ],
};
