//! `pyspark.mllib.linalg`: vectors.

use crate::method::{constructor, method, property, static_method};
use crate::{Class, Group};

/// Makes vectors.
pub const VECTORS: Class = Class {
    name: "Vectors",
    module: "pyspark.mllib.linalg",
    base: None,
    sentence: "Functions that make vectors and measure them.",
    groups: &[Group {
        title: "Vectors",
        rule: "org.apache.spark.mllib.linalg.Vectors",
        methods: &[
            static_method("dense(*elements) -> DenseVector")
                .says("Makes a vector of numbers, or of a list of them."),
            static_method("sparse(size, *args) -> SparseVector")
                .says("Makes a vector of a size from the places and values that are not 0."),
            static_method("zeros(size) -> DenseVector").says("Makes a vector of zeros."),
            static_method("norm(vector, p) -> float").says("Gives the p-norm of a vector."),
            static_method("squared_distance(v1, v2) -> float")
                .says("Gives the square of the distance between two vectors."),
            static_method("stringify(vector) -> str")
                .says("Writes a vector as text that parse reads."),
            static_method("parse(s) -> DenseVector").says("Reads a vector from its text."),
            static_method("fromML(vec) -> DenseVector")
                .says("Would take a vector of pyspark.ml, which Brooklet does not have."),
        ],
    }],
};

/// A vector that holds every component.
pub const DENSE_VECTOR: Class = Class {
    name: "DenseVector",
    module: "pyspark.mllib.linalg",
    base: None,
    sentence: "A vector that holds every component; arithmetic goes component by component.",
    groups: &[Group {
        title: "Dense vectors",
        rule: "org.apache.spark.mllib.linalg.DenseVector",
        methods: &[
            constructor("__init__(ar)").says("Makes a vector of a list of numbers."),
            static_method("parse(s) -> DenseVector").says("Reads a vector from its text."),
            method("dot(other) -> float").says("Gives the dot product with another vector."),
            method("norm(p) -> float").says("Gives the p-norm."),
            method("numNonzeros() -> int").says("Counts the components that are not 0."),
            method("squared_distance(other) -> float")
                .says("Gives the square of the distance to another vector."),
            method("toArray() -> ndarray").says("Gives the components as an array."),
            property("array -> ndarray").says("The components."),
            property("values -> ndarray").says("The components."),
            method("__getitem__(item) -> float").says("Gives the component at a place."),
            method("__eq__(other) -> bool").says("Whether another vector has the same components."),
        ],
    }],
};

/// A vector that holds the components that are not 0.
pub const SPARSE_VECTOR: Class = Class {
    name: "SparseVector",
    module: "pyspark.mllib.linalg",
    base: None,
    sentence: "A vector that holds the components that are not 0, with their places.",
    groups: &[Group {
        title: "Sparse vectors",
        rule: "org.apache.spark.mllib.linalg.SparseVector",
        methods: &[
            constructor("__init__(size, *args)")
                .says("Makes a vector of a size from the places and values that are not 0."),
            static_method("parse(s) -> SparseVector").says("Reads a vector from its text."),
            method("dot(other) -> float").says("Gives the dot product with another vector."),
            method("norm(p) -> float").says("Gives the p-norm."),
            method("numNonzeros() -> int").says("Counts the components that are not 0."),
            method("squared_distance(other) -> float")
                .says("Gives the square of the distance to another vector."),
            method("toArray() -> ndarray").says("Gives all components as an array."),
            property("size -> int").says("How many components the vector has."),
            property("indices -> ndarray").says("The places of the components that it holds."),
            property("values -> ndarray").says("The components that it holds."),
            method("__getitem__(index) -> float").says("Gives the component at a place."),
            method("__eq__(other) -> bool").says("Whether another vector has the same components."),
        ],
    }],
};
