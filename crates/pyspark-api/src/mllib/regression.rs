//! `pyspark.mllib.regression`: labelled points, linear models, and regression on streams.

use super::MODEL;
use crate::method::{class_method, constructor, method, property};
use crate::{Class, Group};

/// A vector with its label.
pub const LABELED_POINT: Class = Class {
    name: "LabeledPoint",
    module: "pyspark.mllib.regression",
    base: None,
    sentence: "The features of an example, with the label that is to be learned from them.",
    groups: &[Group {
        title: "Labelled points",
        rule: "org.apache.spark.mllib.regression.LabeledPoint",
        methods: &[
            constructor("__init__(label, features)")
                .says("Makes a point of a label and its features."),
            property("label -> float").says("The label."),
            property("features -> DenseVector").says("The features."),
        ],
    }],
};

/// What linear models derive from.
pub const LINEAR_MODEL: Class = Class {
    name: "LinearModel",
    module: "pyspark.mllib.regression",
    base: None,
    sentence: "A weight for each feature, and an intercept.",
    groups: &[Group {
        title: "Linear models",
        rule: "org.apache.spark.mllib.regression.GeneralizedLinearModel",
        methods: &[
            constructor("__init__(weights, intercept)")
                .says("Makes a model of its weights and its intercept."),
            property("weights -> DenseVector").says("The weight of each feature."),
            property("intercept -> float").says("What is added to the weighted features."),
        ],
    }],
};

/// What linear regression derives from.
pub const LINEAR_REGRESSION_MODEL_BASE: Class = Class {
    name: "LinearRegressionModelBase",
    module: "pyspark.mllib.regression",
    base: Some("LinearModel"),
    sentence: "What models that predict a number derive from.",
    groups: &[Group {
        title: "Predicting numbers",
        rule: "org.apache.spark.mllib.regression.RegressionModel",
        methods: &[method("predict(x) -> float")
            .says("Predicts the number for a vector, or for each of an RDD.")],
    }],
};

/// A model that predicts a number.
pub const LINEAR_REGRESSION_MODEL: Class = Class {
    name: "LinearRegressionModel",
    module: "pyspark.mllib.regression",
    base: Some("LinearRegressionModelBase"),
    sentence: "A linear model that predicts a number.",
    groups: &[Group {
        title: "Linear regression",
        rule: "org.apache.spark.mllib.regression.LinearRegressionModel",
        methods: &[
            method("save(sc, path)").says("Saves the model in a directory."),
            class_method("load(sc, path) -> LinearRegressionModel")
                .says("Reads a model that was saved."),
        ],
    }],
};

/// What streaming linear models derive from.
pub const STREAMING_LINEAR_ALGORITHM: Class = Class {
    name: "StreamingLinearAlgorithm",
    module: "pyspark.mllib.regression",
    base: None,
    sentence: "A linear model that every batch trains; what the two that can be trained derive from.",
    groups: &[Group {
        title: "Streaming linear models",
        rule: "org.apache.spark.mllib.regression.StreamingLinearAlgorithm",
        methods: &[
            constructor("__init__(model)").says("Begins with a model."),
            method("latestModel() -> LinearModel")
                .says("Gives the model as the last batch left it."),
            method("predictOn(dstream) -> DStream")
                .says("Predicts a value for each record with a model.")
                .operator(MODEL),
            method("predictOnValues(dstream) -> DStream")
                .says("Predicts a value for the value of each pair with a model.")
                .operator(MODEL),
        ],
    }],
};

/// Linear regression on a stream.
pub const STREAMING_LINEAR_REGRESSION: Class = Class {
    name: "StreamingLinearRegressionWithSGD",
    module: "pyspark.mllib.regression",
    base: Some("StreamingLinearAlgorithm"),
    sentence: "Linear regression that every batch trains by gradient descent.",
    groups: &[Group {
        title: "Streaming linear regression",
        rule: "org.apache.spark.mllib.regression.StreamingLinearRegressionWithSGD",
        methods: &[
            constructor("__init__(stepSize=0.1, numIterations=50, miniBatchFraction=1.0, convergenceTol=0.001)")
                .says("Sets how batches train the model."),
            method("setInitialWeights(initialWeights) -> StreamingLinearRegressionWithSGD")
                .says("Sets the weights before the first batch."),
            method("trainOn(dstream)")
                .says("Trains a model with every batch.")
                .output(MODEL),
        ],
    }],
};
