//! Methods on partitions.

use crate::Group;
use crate::method::method;

pub(super) const PARTITIONS: Group = Group {
    title: "Partitions",
    rule: "org.apache.spark.rdd.RDD",
    methods: &[
        method("mapPartitions(f, preservesPartitioning=False) -> RDD")
            .says("Hands each partition's records to a function that yields others."),
        method("mapPartitionsWithIndex(f, preservesPartitioning=False) -> RDD")
            .says("Hands each partition's number and records to a function that yields others."),
        method("mapPartitionsWithSplit(f, preservesPartitioning=False) -> RDD")
            .says("Is the old name of mapPartitionsWithIndex."),
        method("glom() -> RDD").says("Makes one list of each partition."),
        method("coalesce(numPartitions, shuffle=False) -> RDD")
            .says("Brings the records into fewer partitions."),
        method("repartition(numPartitions) -> RDD")
            .says("Spreads the records over so many partitions."),
        method("barrier()")
            .says("Has the tasks of a stage run together: an RDDBarrier, for its mapPartitions."),
        method("getNumPartitions() -> int").says("Gives how many partitions there are."),
    ],
};
