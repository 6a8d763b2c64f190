//! `RDD`, its methods a file a group.

mod about;
mod actions;
mod joins;
mod numbers;
mod out_of_scope;
mod pairs;
mod partitions;
mod records;
mod sampling;
mod saving;
mod sorting;
mod storage;

use crate::Class;

/// A collection of records in partitions.
pub const RDD: Class = Class {
    name: "RDD",
    module: "pyspark",
    base: None,
    sentence: "A collection of records in partitions, computed when an action asks for it.",
    groups: &[
        records::RECORDS,
        pairs::PAIRS,
        joins::SEVERAL_RDDS,
        sorting::SORTING,
        sampling::SAMPLING,
        partitions::PARTITIONS,
        actions::ACTIONS,
        numbers::NUMBERS,
        saving::SAVING,
        storage::STORAGE,
        about::ABOUT_THE_RDD,
        out_of_scope::OUT_OF_SCOPE,
    ],
};
