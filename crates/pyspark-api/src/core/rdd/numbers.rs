//! Actions that count records, and that look at them as numbers.

use crate::Group;
use crate::method::method;

pub(super) const NUMBERS: Group = Group {
    title: "Numbers",
    rule: "org.apache.spark.rdd.DoubleRDDFunctions",
    methods: &[
        method("count() -> int").says("Counts the records."),
        method("countApprox(timeout, confidence=0.95) -> int")
            .says("Counts the records, on a cluster roughly if time runs out."),
        method("countApproxDistinct(relativeSD=0.05) -> int")
            .says("Estimates how many different records there are."),
        method("sum()").says("Adds the records up."),
        method("sumApprox(timeout, confidence=0.95) -> BoundedFloat")
            .says("Adds the records up, on a cluster roughly if time runs out."),
        method("mean() -> float").says("Gives the mean of the records."),
        method("meanApprox(timeout, confidence=0.95) -> BoundedFloat")
            .says("Gives the mean of the records, on a cluster roughly if time runs out."),
        method("variance() -> float").says("Gives the variance of the records."),
        method("stdev() -> float").says("Gives the standard deviation of the records."),
        method("sampleVariance() -> float")
            .says("Gives the variance of what the records are a sample of."),
        method("sampleStdev() -> float")
            .says("Gives the standard deviation of what the records are a sample of."),
        method("stats() -> StatCounter")
            .says("Gives count, mean, variance, least and greatest at once."),
        method("histogram(buckets) -> tuple")
            .says("Counts the records that fall into each of some ranges."),
        method("max(key=None)").says("Gives the greatest record."),
        method("min(key=None)").says("Gives the least record."),
    ],
};
