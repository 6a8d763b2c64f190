//! Methods that sort.

use crate::Group;
use crate::method::method;

pub(super) const SORTING: Group = Group {
    title: "Sorting",
    rule: "org.apache.spark.rdd.OrderedRDDFunctions",
    methods: &[
        method("sortBy(keyfunc, ascending=True, numPartitions=None) -> RDD")
            .says("Sorts the records by what a function gives for them."),
        method("sortByKey(ascending=True, numPartitions=None, keyfunc=lambda x: x) -> RDD")
            .says("Sorts pairs by their keys."),
        method("repartitionAndSortWithinPartitions(numPartitions=None, partitionFunc=portable_hash, ascending=True, keyfunc=lambda x: x) -> RDD")
            .says("Spreads pairs over partitions by their keys and sorts each partition."),
    ],
};
