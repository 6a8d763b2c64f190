//! `pyspark.mllib.clustering`: k-means.

use super::MODEL;
use crate::method::{class_method, constructor, method, property};
use crate::{Class, Group};

/// Cluster centres.
pub const K_MEANS_MODEL: Class = Class {
    name: "KMeansModel",
    module: "pyspark.mllib.clustering",
    base: None,
    sentence: "The centres of clusters.",
    groups: &[Group {
        title: "K-means",
        rule: "org.apache.spark.mllib.clustering.KMeansModel",
        methods: &[
            constructor("__init__(centers)").says("Makes a model of its centres."),
            method("predict(x) -> int")
                .says("Gives the cluster of a vector, or of each of an RDD."),
            method("computeCost(rdd) -> float")
                .says("Adds up the squared distances of vectors to their nearest centres."),
            property("clusterCenters -> list").says("The centres, as arrays."),
            property("centers -> list").says("The centres, as the model was given them."),
            property("k -> int").says("How many clusters there are."),
            method("save(sc, path)").says("Saves the model in a directory."),
            class_method("load(sc, path) -> KMeansModel").says("Reads a model that was saved."),
        ],
    }],
};

/// Cluster centres that batches move.
pub const STREAMING_K_MEANS_MODEL: Class = Class {
    name: "StreamingKMeansModel",
    module: "pyspark.mllib.clustering",
    base: Some("KMeansModel"),
    sentence: "The centres of clusters, with how much each has seen.",
    groups: &[Group {
        title: "Streaming k-means model",
        rule: "org.apache.spark.mllib.clustering.StreamingKMeansModel",
        methods: &[
            constructor("__init__(clusterCenters, clusterWeights)")
                .says("Makes a model of centres and their weights."),
            property("clusterWeights -> list").says("How much each cluster has seen."),
            method("update(data, decayFactor, timeUnit) -> StreamingKMeansModel")
                .says("Moves the centres toward the vectors of an RDD."),
        ],
    }],
};

/// K-means on a stream.
pub const STREAMING_K_MEANS: Class = Class {
    name: "StreamingKMeans",
    module: "pyspark.mllib.clustering",
    base: None,
    sentence: "K-means whose centres every batch moves, forgetting old batches by and by.",
    groups: &[Group {
        title: "Streaming k-means",
        rule: "org.apache.spark.mllib.clustering.StreamingKMeans",
        methods: &[
            constructor("__init__(k=2, decayFactor=1.0, timeUnit='batches')")
                .says("Sets how many clusters there are and how fast old batches are forgotten."),
            method("setK(k) -> StreamingKMeans").says("Sets how many clusters there are."),
            method("setDecayFactor(decayFactor) -> StreamingKMeans")
                .says("Sets how much of the old batches is kept, from 0 to 1."),
            method("setHalfLife(halfLife, timeUnit) -> StreamingKMeans")
                .says("Sets after how many batches or points half is forgotten."),
            method("setInitialCenters(centers, weights) -> StreamingKMeans")
                .says("Sets the centres and their weights before the first batch."),
            method("setRandomCenters(dim, weight, seed) -> StreamingKMeans")
                .says("Draws the centres before the first batch at random."),
            method("latestModel() -> StreamingKMeansModel")
                .says("Gives the model as the last batch left it."),
            method("trainOn(dstream)")
                .says("Trains a model with every batch.")
                .output(MODEL),
            method("predictOn(dstream) -> DStream")
                .says("Predicts a value for each record with a model.")
                .operator(MODEL),
            method("predictOnValues(dstream) -> DStream")
                .says("Predicts a value for the value of each pair with a model.")
                .operator(MODEL),
        ],
    }],
};
