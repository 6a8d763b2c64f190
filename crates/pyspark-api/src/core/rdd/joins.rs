//! Methods on two RDDs and more.

use crate::Group;
use crate::method::method;

pub(super) const SEVERAL_RDDS: Group = Group {
    title: "Several RDDs",
    rule: "org.apache.spark.rdd.PairRDDFunctions",
    methods: &[
        method("union(other) -> RDD")
            .says("Puts the records of another RDD behind those of this one."),
        method("__add__(other) -> RDD").says("Is union, written with a plus sign."),
        method("intersection(other) -> RDD")
            .says("Keeps one of each record that another RDD has too."),
        method("subtract(other, numPartitions=None) -> RDD")
            .says("Keeps the records that another RDD does not have."),
        method("cartesian(other) -> RDD").says("Pairs each record with each of another RDD."),
        method("zip(other) -> RDD")
            .says("Pairs the records with those in the same places of another RDD."),
        method("join(other, numPartitions=None) -> RDD")
            .says("Pairs the values of each key with those of the same key in another RDD."),
        method("leftOuterJoin(other, numPartitions=None) -> RDD")
            .says("Joins with another RDD and keeps the keys that only this one has."),
        method("rightOuterJoin(other, numPartitions=None) -> RDD")
            .says("Joins with another RDD and keeps the keys that only the other one has."),
        method("fullOuterJoin(other, numPartitions=None) -> RDD")
            .says("Joins with another RDD and keeps the keys that only one of the two has."),
        method("cogroup(other, numPartitions=None) -> RDD")
            .says("Gathers for each key its values in this RDD and its values in another one."),
        method("groupWith(other, *others) -> RDD")
            .says("Gathers for each key its values in this RDD and in any number of others."),
        method("subtractByKey(other, numPartitions=None) -> RDD")
            .says("Keeps the pairs whose keys another RDD does not have."),
    ],
};
