//! `SparkContext`.

use crate::method::{class_method, constructor, method, property};
use crate::{Class, Group};

/// The entry point of a program.
pub const SPARK_CONTEXT: Class = Class {
    name: "SparkContext",
    module: "pyspark",
    base: None,
    sentence: "Makes RDDs, and runs the jobs on them.",
    groups: &[CONTEXT, RDDS, SHARED, JOBS, ABOUT, OUT_OF_SCOPE],
};

const SPARK_CONTEXT_OF_THE_JVM: &str = "org.apache.spark.SparkContext";

const CONTEXT: Group = Group {
    title: "Making a context",
    rule: SPARK_CONTEXT_OF_THE_JVM,
    methods: &[
        constructor("__init__(master=None, appName=None, sparkHome=None, pyFiles=None, environment=None, batchSize=0, serializer=CloudPickleSerializer(), conf=None, gateway=None, jsc=None, profiler_cls=BasicProfiler, udf_profiler_cls=UDFBasicProfiler, memory_profiler_cls=MemoryProfiler)")
            .says("Makes the context of a program, which has one at a time."),
        class_method("getOrCreate(conf=None) -> SparkContext")
            .says("Gives the context of the program, and makes it if there is none."),
        class_method("setSystemProperty(key, value)")
            .says("Sets a property of the JVM, which contexts made later are set up with."),
        method("stop()").says("Stops the context; no job runs on it any more."),
    ],
};

const RDDS: Group = Group {
    title: "Making RDDs",
    rule: SPARK_CONTEXT_OF_THE_JVM,
    methods: &[
        method("parallelize(c, numSlices=None) -> RDD")
            .says("Makes an RDD of the elements of a collection, in so many partitions."),
        method("range(start, end=None, step=1, numSlices=None) -> RDD")
            .says("Makes an RDD of whole numbers from start up to, not including, end."),
        method("emptyRDD() -> RDD").says("Makes an RDD without partitions or records."),
        method("union(rdds) -> RDD").says("Puts the records of several RDDs one behind the other."),
        method("textFile(name, minPartitions=None, use_unicode=True) -> RDD")
            .says("Reads the lines of text files."),
        method("wholeTextFiles(path, minPartitions=None, use_unicode=True) -> RDD")
            .says("Reads text files, a pair of path and content each."),
        method("binaryFiles(path, minPartitions=None) -> RDD")
            .says("Reads files, a pair of path and bytes each."),
        method("sequenceFile(path, keyClass=None, valueClass=None, keyConverter=None, valueConverter=None, minSplits=None, batchSize=0) -> RDD")
            .says("Reads the pairs that saveAsSequenceFile has written."),
        method("binaryRecords(path, recordLength) -> RDD")
            .says("Cuts files into records of so many bytes."),
        method("pickleFile(name, minPartitions=None) -> RDD")
            .says("Reads what saveAsPickleFile has written."),
    ],
};

const SHARED: Group = Group {
    title: "Shared with tasks",
    rule: SPARK_CONTEXT_OF_THE_JVM,
    methods: &[
        method("broadcast(value) -> Broadcast").says("Sends a value to every task once."),
        method("accumulator(value, accum_param=None) -> Accumulator")
            .says("Makes a variable that tasks add to and the driver reads."),
        method("addFile(path, recursive=False)").says("Has a file travel to every task."),
        method("addPyFile(path)").says("Has a Python file travel to every task."),
        method("addArchive(path)").says("Has an archive travel to every task."),
    ],
};

const JOBS: Group = Group {
    title: "Jobs and settings",
    rule: SPARK_CONTEXT_OF_THE_JVM,
    methods: &[
        method("runJob(rdd, partitionFunc, partitions=None, allowLocal=False) -> list")
            .says("Calls a function on the records of some partitions and gives what it yields."),
        method("setCheckpointDir(dirName)")
            .says("Sets the directory in which checkpoint saves RDDs."),
        method("getCheckpointDir() -> str").says("Gives the directory for checkpoints, or None."),
        method("setLogLevel(logLevel)").says("Sets how much Spark logs."),
        method("setLocalProperty(key, value)").says("Sets a property of the jobs to come."),
        method("getLocalProperty(key) -> str")
            .says("Gives a property of the jobs to come, or None."),
        method("setJobGroup(groupId, description, interruptOnCancel=False)")
            .says("Names the group that the jobs to come belong to."),
        method("setJobDescription(value)").says("Describes the jobs to come."),
        method("setInterruptOnCancel(interruptOnCancel)")
            .says("Sets whether tasks are interrupted when their job is cancelled."),
        method("addJobTag(tag)").says("Adds a tag to the jobs to come."),
        method("removeJobTag(tag)").says("Takes a tag from the jobs to come."),
        method("getJobTags()").says("Gives the tags of the jobs to come."),
        method("clearJobTags()").says("Takes all tags from the jobs to come."),
        method("statusTracker() -> StatusTracker").says("Tells of jobs and their stages."),
        method("cancelJobGroup(groupId)").says("Cancels the jobs of a group."),
        method("cancelJobsWithTag(tag)").says("Cancels the jobs with a tag."),
        method("cancelAllJobs()").says("Cancels all jobs."),
    ],
};

const ABOUT: Group = Group {
    title: "About the context",
    rule: SPARK_CONTEXT_OF_THE_JVM,
    methods: &[
        method("getConf() -> SparkConf").says("Gives a copy of the settings."),
        method("sparkUser() -> str").says("Gives the name of the user."),
        property("appName -> str").says("The name of the program."),
        property("applicationId -> str").says("The number of the program's run."),
        property("master -> str").says("Where the program runs, such as local[4]."),
        property("version -> str").says("The version of Spark."),
        property("pythonVer -> str").says("The version of Python."),
        property("startTime -> int").says("When the context was made, in milliseconds."),
        property("resources -> dict").says("What the driver has of devices: nothing."),
        property("listFiles -> list").says("The files that travel to every task."),
        property("listArchives -> list").says("The archives that travel to every task: none."),
        property("sparkHome -> str").says("Where Spark was said to be, or None."),
        property("uiWebUrl -> str").says("The address of Spark's own pages."),
        property("defaultParallelism -> int")
            .says("How many partitions an RDD has unless told otherwise."),
        property("defaultMinPartitions -> int")
            .says("How many partitions files are read into at least."),
    ],
};

const OUT_OF_SCOPE: Group = Group {
    title: "Only on a cluster",
    rule: SPARK_CONTEXT_OF_THE_JVM,
    methods: &[
        method("hadoopFile(path, inputFormatClass, keyClass, valueClass, keyConverter=None, valueConverter=None, conf=None, batchSize=0) -> RDD")
            .says("Reads a file through Hadoop, on a cluster: a page has none."),
        method("hadoopRDD(inputFormatClass, keyClass, valueClass, keyConverter=None, valueConverter=None, conf=None, batchSize=0) -> RDD")
            .says("Reads through Hadoop, on a cluster: a page has none."),
        method("newAPIHadoopFile(path, inputFormatClass, keyClass, valueClass, keyConverter=None, valueConverter=None, conf=None, batchSize=0) -> RDD")
            .says("Reads a file through Hadoop's newer interface, on a cluster: a page has none."),
        method("newAPIHadoopRDD(inputFormatClass, keyClass, valueClass, keyConverter=None, valueConverter=None, conf=None, batchSize=0) -> RDD")
            .says("Reads through Hadoop's newer interface, on a cluster: a page has none."),
    ],
};
