//! What an RDD tells of itself.

use crate::Group;
use crate::method::{method, property};

pub(super) const ABOUT_THE_RDD: Group = Group {
    title: "About the RDD",
    rule: "org.apache.spark.rdd.RDD",
    methods: &[
        method("id() -> int").says("Gives the number of the RDD in its context."),
        method("name() -> str").says("Gives the name of the RDD, or None."),
        method("setName(name) -> RDD").says("Names the RDD."),
        method("toDebugString() -> bytes").says("Writes how the RDD is made of others."),
        property("context -> SparkContext").says("The context that made the RDD."),
        property("ctx -> SparkContext").says("The context that made the RDD."),
        property("partitioner").says("How keys are divided among the partitions, or None."),
    ],
};
