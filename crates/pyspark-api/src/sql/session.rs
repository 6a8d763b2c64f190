//! `SparkSession`, its builder and its settings.

use crate::method::{class_method, constructor, method, property};
use crate::{Class, Group};

const JVM_SESSION: &str = "org.apache.spark.sql.SparkSession";

/// Where programs since Spark 2 begin.
pub const SPARK_SESSION: Class = Class {
    name: "SparkSession",
    module: "pyspark.sql",
    base: None,
    sentence: "Where programs since Spark 2 begin; it has the SparkContext that streams need.",
    groups: &[
        Group {
            title: "The session",
            rule: JVM_SESSION,
            methods: &[
                constructor("__init__(sparkContext, jsparkSession=None, options={})")
                    .says("Makes a session of a context."),
                property("builder -> SparkSession.Builder").says("A new builder."),
                class_method("getActiveSession() -> SparkSession")
                    .says("Gives the session that there is, or None."),
                class_method("active() -> SparkSession").says("Gives the session that there is."),
                method("newSession() -> SparkSession")
                    .says("Gives another session of the same context, with settings of its own."),
                method("stop()").says("Stops the context."),
                property("sparkContext -> SparkContext").says("The context."),
                property("conf -> RuntimeConfig").says("The settings of the session."),
                property("version -> str").says("The version of Spark."),
                method("addTag(tag)").says("Adds a tag to the jobs to come."),
                method("removeTag(tag)").says("Takes a tag from the jobs to come."),
                method("getTags()").says("Gives the tags of the jobs to come."),
                method("clearTags()").says("Takes all tags from the jobs to come."),
                method("interruptAll() -> list").says("Cancels all jobs."),
            ],
        },
        Group {
            title: "Only with DataFrames",
            rule: JVM_SESSION,
            methods: &[
                method("createDataFrame(data, schema=None, samplingRatio=None, verifySchema=True)")
                    .says("Would make a DataFrame, which Brooklet does not have yet."),
                method("sql(sqlQuery, args=None, **kwargs)")
                    .says("Would run a query, which needs DataFrames."),
                method("table(tableName)").says("Would give a table, which needs DataFrames."),
                method("range(start, end=None, step=1, numPartitions=None)")
                    .says("Would make a DataFrame of numbers: SparkContext.range makes an RDD."),
                method("addArtifacts(*path, pyfile=False, archive=False, file=False)")
                    .says("Would send files to a server: SparkContext.addFile adds one."),
                property("read").says("Would read files as DataFrames."),
                property("readStream").says("Would read files as streams of DataFrames."),
                property("streams").says("Would manage streams of DataFrames."),
                property("catalog").says("Would list tables, which need DataFrames."),
                property("udf").says("Would name functions for queries."),
                property("udtf").says("Would name table functions for queries."),
                property("dataSource").says("Would name sources of DataFrames."),
                property("tvf").says("Would give tables that functions make."),
                property("profile").says("Would measure functions of queries."),
            ],
        },
    ],
};

/// What makes a session.
pub const SPARK_SESSION_BUILDER: Class = Class {
    name: "SparkSession.Builder",
    module: "pyspark.sql",
    base: None,
    sentence: "What makes a session: SparkSession.builder gives one.",
    groups: &[Group {
        title: "Building a session",
        rule: "org.apache.spark.sql.SparkSession.Builder",
        methods: &[
            method("appName(name) -> SparkSession.Builder").says("Names the program."),
            method("master(master) -> SparkSession.Builder")
                .says("Sets where the program runs, such as local[4]."),
            method("config(key=None, value=None, conf=None, map=None) -> SparkSession.Builder")
                .says("Sets a setting, or those of a SparkConf or a dict."),
            method("enableHiveSupport() -> SparkSession.Builder")
                .says("Notes that tables of Hive are wanted; there are none."),
            method("remote(url) -> SparkSession.Builder")
                .says("Would connect to a server; it says so when the session is made."),
            method("getOrCreate() -> SparkSession")
                .says("Gives the session that there is, else makes one."),
            method("create() -> SparkSession").says("Makes a session."),
        ],
    }],
};

/// The settings of a session.
pub const RUNTIME_CONFIG: Class = Class {
    name: "RuntimeConfig",
    module: "pyspark.sql.conf",
    base: None,
    sentence: "The settings of a session.",
    groups: &[Group {
        title: "Settings of a session",
        rule: "org.apache.spark.sql.RuntimeConfig",
        methods: &[
            method("set(key, value)").says("Sets a setting."),
            method("get(key, default=<no value>) -> str")
                .says("Gives a setting, else the default, else an error."),
            property("getAll -> dict").says("All settings."),
            method("unset(key)").says("Takes a setting back."),
            method("isModifiable(key) -> bool")
                .says("Gives whether a setting can be changed while the program runs."),
        ],
    }],
};
