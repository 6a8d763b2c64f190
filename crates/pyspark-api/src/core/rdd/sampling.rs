//! Methods that draw records at random.

use crate::Group;
use crate::method::method;

pub(super) const SAMPLING: Group = Group {
    title: "Sampling",
    rule: "org.apache.spark.util.random.RandomSampler",
    methods: &[
        method("sample(withReplacement, fraction, seed=None) -> RDD")
            .says("Draws about such a part of the records."),
        method("sampleByKey(withReplacement, fractions, seed=None) -> RDD")
            .says("Draws about such a part of the pairs of each key."),
        method("randomSplit(weights, seed=None) -> list")
            .says("Divides the records at random into several RDDs."),
        method("takeSample(withReplacement, num, seed=None) -> list")
            .says("Draws so many records."),
    ],
};
