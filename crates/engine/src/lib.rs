//! RDDs, stages, shuffles and DStreams on a virtual clock. It knows nothing of the `pyspark` names that a program sees.

pub mod files;
