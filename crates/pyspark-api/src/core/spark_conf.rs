//! `SparkConf`.

use crate::method::{constructor, method};
use crate::{Class, Group};

/// Settings of a context.
pub const SPARK_CONF: Class = Class {
    name: "SparkConf",
    module: "pyspark",
    base: None,
    sentence: "Settings that a SparkContext is made with.",
    groups: &[Group {
        title: "Settings",
        rule: "org.apache.spark.SparkConf",
        methods: &[
            constructor("__init__(loadDefaults=True, _jvm=None, _jconf=None)")
                .says("Makes settings."),
            method("set(key, value) -> SparkConf").says("Sets a setting."),
            method("setIfMissing(key, value) -> SparkConf")
                .says("Sets a setting that is not set yet."),
            method("setMaster(value) -> SparkConf").says("Sets where to run, such as local[4]."),
            method("setAppName(value) -> SparkConf").says("Sets the name of the program."),
            method("setSparkHome(value) -> SparkConf").says("Sets where workers have Spark."),
            method("setExecutorEnv(key=None, value=None, pairs=None) -> SparkConf")
                .says("Sets environment variables of the workers."),
            method("setAll(pairs) -> SparkConf")
                .says("Sets settings from pairs of names and values."),
            method("get(key, defaultValue=None) -> str")
                .says("Gives a setting, or else a default."),
            method("getAll() -> list").says("Gives all settings as pairs."),
            method("contains(key) -> bool").says("Whether a setting is set."),
            method("toDebugString() -> str").says("Writes all settings, one a line."),
        ],
    }],
};
