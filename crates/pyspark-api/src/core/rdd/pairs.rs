//! Methods on records that are pairs of a key and a value.

use crate::Group;
use crate::method::method;

pub(super) const PAIRS: Group = Group {
    title: "Keys and values",
    rule: "org.apache.spark.rdd.PairRDDFunctions",
    methods: &[
        method("reduceByKey(func, numPartitions=None, partitionFunc=portable_hash) -> RDD")
            .says("Puts the values of each key together, two at a time, into one."),
        method("groupByKey(numPartitions=None, partitionFunc=portable_hash) -> RDD")
            .says("Gathers the values of each key."),
        method("combineByKey(createCombiner, mergeValue, mergeCombiners, numPartitions=None, partitionFunc=portable_hash) -> RDD")
            .says("Builds something of its own from the values of each key: begin it, add to it, merge two."),
        method("aggregateByKey(zeroValue, seqFunc, combFunc, numPartitions=None, partitionFunc=portable_hash) -> RDD")
            .says("Adds the values of each key to a zero value, and merges what partitions came to."),
        method("foldByKey(zeroValue, func, numPartitions=None, partitionFunc=portable_hash) -> RDD")
            .says("Puts a zero value and the values of each key together into one."),
        method("mapValues(f) -> RDD").says("Makes one value of each value and leaves its key."),
        method("flatMapValues(f) -> RDD")
            .says("Makes any number of values of each value, each with the same key."),
        method("keys() -> RDD").says("Keeps the keys."),
        method("values() -> RDD").says("Keeps the values."),
        method("partitionBy(numPartitions, partitionFunc=portable_hash) -> RDD")
            .says("Puts the pairs of a key into the same of so many partitions."),
    ],
};
