//! Actions: methods that run jobs and bring records, or what they come to, to the driver.

use crate::Group;
use crate::method::method;

pub(super) const ACTIONS: Group = Group {
    title: "Actions",
    rule: "org.apache.spark.rdd.RDD",
    methods: &[
        method("collect() -> list").says("Gives all records."),
        method("collectWithJobGroup(groupId, description, interruptOnCancel=False) -> list")
            .says("Gives all records, in a job of a group."),
        method("collectAsMap() -> dict").says("Gives all pairs as a dict."),
        method("toLocalIterator(prefetchPartitions=False) -> iterator")
            .says("Gives the records one by one, a partition at a time."),
        method("take(num) -> list").says("Gives the first records."),
        method("first()").says("Gives the first record."),
        method("top(num, key=None) -> list")
            .says("Gives the greatest records, the greatest first."),
        method("takeOrdered(num, key=None) -> list")
            .says("Gives the least records, the least first."),
        method("isEmpty() -> bool").says("Whether there is no record."),
        method("lookup(key) -> list").says("Gives the values of a key."),
        method("reduce(f)").says("Puts all records together, two at a time, into one."),
        method("treeReduce(f, depth=2)").says("Reduces the records in several levels."),
        method("fold(zeroValue, op)").says("Puts a zero value and all records together into one."),
        method("aggregate(zeroValue, seqOp, combOp)")
            .says("Adds the records to a zero value, and merges what partitions came to."),
        method("treeAggregate(zeroValue, seqOp, combOp, depth=2)")
            .says("Aggregates the records in several levels."),
        method("reduceByKeyLocally(func) -> dict")
            .says("Puts the values of each key together and gives them as a dict."),
        method("countByKey() -> defaultdict").says("Counts the pairs of each key."),
        method("countByValue() -> defaultdict").says("Counts how often each record occurs."),
        method("foreach(f)").says("Calls a function with every record, in the tasks."),
        method("foreachPartition(f)")
            .says("Calls a function with the records of every partition, in the tasks."),
    ],
};
