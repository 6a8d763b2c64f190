//! `DStream`, its methods a file a group.

mod outputs;
mod pairs;
mod partitions;
mod records;
mod settings;
mod several;
mod windows;

use crate::Class;

/// A stream: an RDD for every batch.
pub const DSTREAM: Class = Class {
    name: "DStream",
    module: "pyspark.streaming",
    base: None,
    sentence: "A stream: an RDD of records for every batch.",
    groups: &[
        records::RECORDS,
        pairs::PAIRS,
        windows::WINDOWS,
        several::SEVERAL_STREAMS,
        partitions::PARTITIONS,
        outputs::OUTPUTS,
        settings::ABOUT_THE_STREAM,
    ],
};
