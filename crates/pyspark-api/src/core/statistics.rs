//! What actions give: `StatCounter`, `ResultIterable`.

use crate::method::{constructor, method, property};
use crate::{Class, Group};

/// Count, mean and variance of numbers.
pub const STAT_COUNTER: Class = Class {
    name: "StatCounter",
    module: "pyspark.statcounter",
    base: None,
    sentence: "Count, mean, variance, least and greatest of numbers; RDD.stats gives it.",
    groups: &[Group {
        title: "Statistics",
        rule: "org.apache.spark.util.StatCounter",
        methods: &[
            constructor("__init__(values=None)").says("Begins with some numbers, or with none."),
            method("merge(value) -> StatCounter").says("Takes one number more."),
            method("mergeStats(other) -> StatCounter")
                .says("Takes the numbers of another counter."),
            method("copy() -> StatCounter").says("Makes a copy."),
            method("count() -> int").says("Gives how many numbers there were."),
            method("mean() -> float").says("Gives their mean."),
            method("sum() -> float").says("Gives their sum."),
            method("min() -> float").says("Gives the least."),
            method("max() -> float").says("Gives the greatest."),
            method("variance() -> float").says("Gives the variance of the numbers."),
            method("sampleVariance() -> float")
                .says("Gives the variance of what the numbers are a sample of."),
            method("stdev() -> float").says("Gives the standard deviation of the numbers."),
            method("sampleStdev() -> float")
                .says("Gives the standard deviation of what the numbers are a sample of."),
            method("asDict(sample=False) -> dict").says("Gives all of it by name."),
        ],
    }],
};

/// The values of a key.
pub const RESULT_ITERABLE: Class = Class {
    name: "ResultIterable",
    module: "pyspark.resultiterable",
    base: None,
    sentence: "The values of a key, as groupByKey and cogroup give them.",
    groups: &[Group {
        title: "Values of a key",
        rule: "pyspark.resultiterable.ResultIterable",
        methods: &[
            constructor("__init__(data)").says("Makes it of something that has a length."),
            property("data -> list").says("The values."),
            property("index -> int").says("Always 0."),
            property("maxindex -> int").says("How many values there are."),
        ],
    }],
};
