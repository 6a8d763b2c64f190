//! Methods that give an RDD of the records, one by one.

use crate::Group;
use crate::method::method;

pub(super) const RECORDS: Group = Group {
    title: "Records",
    rule: "org.apache.spark.rdd.RDD",
    methods: &[
        method("map(f, preservesPartitioning=False) -> RDD")
            .says("Makes one record of each record."),
        method("flatMap(f, preservesPartitioning=False) -> RDD")
            .says("Makes any number of records of each record, and strings them together."),
        method("filter(f) -> RDD").says("Keeps the records for which a function is true."),
        method("distinct(numPartitions=None) -> RDD").says("Keeps one of each record."),
        method("keyBy(f) -> RDD")
            .says("Makes a pair of each record: what a function gives for it, and itself."),
        method("groupBy(f, numPartitions=None, partitionFunc=portable_hash) -> RDD")
            .says("Gathers the records for which a function gives the same."),
        method("zipWithIndex() -> RDD").says("Pairs each record with its number in the RDD."),
        method("zipWithUniqueId() -> RDD")
            .says("Pairs each record with a number of its own, without running a job."),
    ],
};
