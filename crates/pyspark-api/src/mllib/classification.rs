//! `pyspark.mllib.classification`: logistic regression.

use super::MODEL;
use crate::method::{class_method, constructor, method, property};
use crate::{Class, Group};

/// What models that predict a class derive from.
pub const LINEAR_CLASSIFICATION_MODEL: Class = Class {
    name: "LinearClassificationModel",
    module: "pyspark.mllib.classification",
    base: Some("LinearModel"),
    sentence: "What models that predict a class derive from.",
    groups: &[Group {
        title: "Predicting classes",
        rule: "org.apache.spark.mllib.classification.ClassificationModel",
        methods: &[
            method("setThreshold(value)")
                .says("Sets the probability above which a vector is of class 1."),
            method("clearThreshold()").says("Has predict give probabilities."),
            property("threshold -> float")
                .says("The probability above which a vector is of class 1."),
        ],
    }],
};

/// A model that predicts a class.
pub const LOGISTIC_REGRESSION_MODEL: Class = Class {
    name: "LogisticRegressionModel",
    module: "pyspark.mllib.classification",
    base: Some("LinearClassificationModel"),
    sentence: "A linear model that predicts a class.",
    groups: &[Group {
        title: "Logistic regression",
        rule: "org.apache.spark.mllib.classification.LogisticRegressionModel",
        methods: &[
            constructor("__init__(weights, intercept, numFeatures, numClasses)")
                .says("Makes a model for so many features and classes."),
            method("predict(x) -> int")
                .says("Predicts the class of a vector, or of each of an RDD; without a threshold its probability."),
            property("numFeatures -> int").says("How many features a vector has."),
            property("numClasses -> int").says("How many classes there are."),
            method("save(sc, path)").says("Saves the model in a directory."),
            class_method("load(sc, path) -> LogisticRegressionModel").says("Reads a model that was saved."),
        ],
    }],
};

/// Logistic regression on a stream.
pub const STREAMING_LOGISTIC_REGRESSION: Class = Class {
    name: "StreamingLogisticRegressionWithSGD",
    module: "pyspark.mllib.classification",
    base: Some("StreamingLinearAlgorithm"),
    sentence: "Logistic regression that every batch trains by gradient descent.",
    groups: &[Group {
        title: "Streaming logistic regression",
        rule: "org.apache.spark.mllib.classification.StreamingLogisticRegressionWithSGD",
        methods: &[
            constructor("__init__(stepSize=0.1, numIterations=50, miniBatchFraction=1.0, regParam=0.0, convergenceTol=0.001)")
                .says("Sets how batches train the model."),
            method("setInitialWeights(initialWeights) -> StreamingLogisticRegressionWithSGD")
                .says("Sets the weights before the first batch."),
            method("trainOn(dstream)")
                .says("Trains a model with every batch.")
                .output(MODEL),
        ],
    }],
};
