//! Failures that learners meet often: why they happen and how to mend them.

use brooklet_protocol::Failure;

/// A failure that learners meet often.
pub(crate) struct Pitfall {
    /// A piece of the failure's message.
    sign: &'static str,
    /// Why it happens, in a sentence.
    pub(crate) why: &'static str,
    /// How to mend it, in a sentence.
    pub(crate) mend: &'static str,
}

const PITFALLS: &[Pitfall] = &[
    Pitfall {
        sign: "No output operations registered",
        why: "Transformations alone do nothing: Spark runs a stream only for the sake of an output.",
        mend: "Call pprint(), foreachRDD() or saveAsTextFiles() on a stream before ssc.start().",
    },
    Pitfall {
        sign: "after starting a context is not supported",
        why: "The graph of streams is fixed once ssc.start() has been called.",
        mend: "Move the definition of this stream or output above ssc.start().",
    },
    Pitfall {
        sign: "after stopping a context is not supported",
        why: "A StreamingContext that was stopped cannot be used again.",
        mend: "Make a new StreamingContext and define the streams on that one.",
    },
    Pitfall {
        sign: "has already been stopped",
        why: "A StreamingContext has one life: it cannot be started again.",
        mend: "Stop with ssc.stop(stopSparkContext=False) and make a new StreamingContext.",
    },
    Pitfall {
        sign: "Only one StreamingContext may be started",
        why: "A process runs one StreamingContext at a time.",
        mend: "Stop the running one first, with ssc.stop(stopSparkContext=False).",
    },
    Pitfall {
        sign: "must be multiple of the parent dstream's slide",
        why: "Windows are made of whole batches of the stream they are called on, so both durations \
              must be multiples of that stream's slide (the slide need not divide the window).",
        mend: "Choose durations that are multiples of the number of milliseconds in the message.",
    },
    Pitfall {
        sign: "The checkpoint directory has not been set",
        why: "State and windows with an inverse function (countByWindow, countByValueAndWindow and \
              groupByKeyAndWindow among them) build every batch on the one before and need a place \
              to save it.",
        mend: "Call ssc.checkpoint(\"checkpoint\") before ssc.start().",
    },
    Pitfall {
        sign: "is lower than its slide time",
        why: "A stream cannot be checkpointed more often than it makes RDDs.",
        mend: "Give checkpoint() at least the stream's slide; five to ten times that is usual.",
    },
    Pitfall {
        sign: "which not a multiple of its slide time",
        why: "Checkpoints are made at batches of the stream, so the interval must be a multiple of its slide.",
        mend: "Give checkpoint() a multiple of the stream's slide.",
    },
    Pitfall {
        sign: "queueStream doesn't support checkpointing",
        why: "The RDDs of a queue live in the driver's memory and cannot be restored.",
        mend: "Use textFileStream where the program has to survive a restart.",
    },
    Pitfall {
        sign: "their functions are not serializable",
        why: "With a checkpoint directory every function of the graph is pickled at start, and this \
              one carries something that cannot be pickled.",
        mend: "Keep the context, streams, RDDs and open files out of functions, or take the context \
               from the RDD (rdd.context).",
    },
    Pitfall {
        sign: "CONTEXT_ONLY_VALID_ON_DRIVER",
        why: "The function runs on workers, where there is no SparkContext.",
        mend: "Compute what needs the context on the driver first, or send the data with sc.broadcast().",
    },
    Pitfall {
        sign: "RDD_TRANSFORM_ONLY_VALID_ON_DRIVER",
        why: "The function runs on workers and carries an RDD, which only the driver can use.",
        mend: "Join the two RDDs, or collect the smaller one and broadcast it.",
    },
    Pitfall {
        sign: "has no attribute '__code__'",
        why: "Spark counts the parameters of the function by its __code__, which built-in functions, \
              partials and callable objects do not have.",
        mend: "Wrap it: lambda rdd: f(rdd).",
    },
    Pitfall {
        sign: "positional arguments but 3 were given",
        why: "A bound method counts self as a parameter, so Spark calls it with time and RDD.",
        mend: "Pass lambda rdd: obj.method(rdd) instead of obj.method.",
    },
    Pitfall {
        sign: "func should take one or two arguments",
        why: "transform() calls its function with the RDD, or with the time and the RDD.",
        mend: "Give the function one or two parameters, without defaults.",
    },
    Pitfall {
        sign: "All DStreams should have same serializer",
        why: "Queues of lists of different lengths are pickled in chunks of different sizes, and \
              ssc.union() wants equal chunks.",
        mend: "Use a.union(b), or put .map(lambda x: x) after each stream.",
    },
    Pitfall {
        sign: "the two DStream should have same slide duration",
        why: "Streams can only be united when their RDDs are made at the same times.",
        mend: "Give both streams windows with the same slide first.",
    },
    Pitfall {
        sign: "different slide durations",
        why: "Streams can only be put together when their RDDs are made at the same times.",
        mend: "Give the streams windows with the same slide first.",
    },
    Pitfall {
        sign: "Input path does not exist",
        why: "Hadoop reads no files whose names begin with _, and one such file in a watched folder \
              loses the whole batch.",
        mend: "Write under a name that begins with a dot, then rename to a plain name.",
    },
    Pitfall {
        sign: "Can not reduce() empty RDD",
        why: "A batch without records reached an action that needs at least one.",
        mend: "Guard with if not rdd.isEmpty(), or use fold() with a zero value.",
    },
    Pitfall {
        sign: "RDD is empty",
        why: "A batch without records reached an action that needs at least one.",
        mend: "Guard with if not rdd.isEmpty(), or use take(1).",
    },
    Pitfall {
        sign: "unhashable type",
        why: "Keys are put into dicts and into the partition of their hash, which lists, dicts and sets do not have.",
        mend: "Use a tuple (or frozenset) as the key.",
    },
    Pitfall {
        sign: "Model must be initialized using setInitialWeights",
        why: "Streaming regression goes on from weights that it is given; there are no default ones.",
        mend: "Call model.setInitialWeights([0.0] * features) before trainOn or predictOn.",
    },
    Pitfall {
        sign: "No such file or directory",
        why: "The program has no data file at this path.",
        mend: "Add the file to those of the program, or write the path that it has there.",
    },
    Pitfall {
        sign: "codec can't decode byte",
        why: "The file is not text in this encoding: it is in another one, or no text at all.",
        mend: "Save it as text in UTF-8, or name its encoding: open(path, encoding=\"latin-1\").",
    },
    Pitfall {
        sign: "Initial centers should be set",
        why: "Streaming k-means goes on from centers that it is given.",
        mend: "Call setRandomCenters(dim, weight, seed) or setInitialCenters(centers, weights) first.",
    },
];

/// What there is to say about a failure.
pub(crate) fn find(failure: &Failure) -> Option<&'static Pitfall> {
    PITFALLS
        .iter()
        .find(|pitfall| failure.message.contains(pitfall.sign))
}
