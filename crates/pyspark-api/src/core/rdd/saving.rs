//! Actions that write files.

use crate::Group;
use crate::method::method;

pub(super) const SAVING: Group = Group {
    title: "Saving",
    rule: "org.apache.spark.rdd.RDD",
    methods: &[
        method("saveAsTextFile(path, compressionCodecClass=None)")
            .says("Writes the records as lines into a directory, a file a partition."),
        method("saveAsPickleFile(path, batchSize=10)")
            .says("Writes the records pickled into a directory, a file a partition."),
        method("saveAsSequenceFile(path, compressionCodecClass=None)")
            .says("Writes pairs of texts and numbers into a directory, a file a partition."),
    ],
};
