//! What makes vectors of other records.

use crate::method::{constructor, method};
use crate::{Class, Group};

/// The words of a document as a vector.
pub const HASHING_TF: Class = Class {
    name: "HashingTF",
    module: "pyspark.mllib.feature",
    base: None,
    sentence: "Makes of the words of a document a vector of how often each occurs.",
    groups: &[Group {
        title: "Words as vectors",
        rule: "org.apache.spark.mllib.feature.HashingTF",
        methods: &[
            constructor("__init__(numFeatures=1048576)")
                .says("Makes vectors of so many items; a word's hash says which is its own."),
            method("setBinary(value) -> HashingTF")
                .says("Sets whether a word counts once, however often it occurs."),
            method("indexOf(term) -> int").says("Gives the item that is a word's own."),
            method("transform(document)")
                .says("Makes a vector of a list of words, or an RDD of vectors of an RDD of them."),
        ],
    }],
};
