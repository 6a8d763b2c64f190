//! The part of Python that stream programs use. It knows nothing of Spark.
