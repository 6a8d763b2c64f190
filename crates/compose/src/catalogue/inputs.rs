//! Inputs: methods of the `StreamingContext`.

use brooklet_protocol::ArgumentKind::{Count, Flag, Text, Value};

use super::{Method, needed, optional};

pub(super) static METHODS: &[Method] = &[
    Method::input(
        "queueStream",
        "Takes the next list of records from a queue for every batch.",
        &[
            needed("rdds", Value, "[[1, 2, 3], [4, 5]]"),
            optional("oneAtATime", Flag, "True"),
            optional("default", Value, "None"),
        ],
    ),
    Method::input(
        "textFileStream",
        "Reads the lines of every text file that appears in a directory.",
        &[needed("directory", Text, "\"inbox\"")],
    ),
    Method::input(
        "binaryRecordsStream",
        "Cuts every file that appears in a directory into records of so many bytes.",
        &[
            needed("directory", Text, "\"inbox\""),
            needed("recordLength", Count, "4"),
        ],
    ),
    Method::input(
        "socketTextStream",
        "Reads lines of text from a network connection, on a cluster: a page has none.",
        &[
            needed("hostname", Text, "\"localhost\""),
            needed("port", Count, "9999"),
            optional("storageLevel", Value, "StorageLevel.MEMORY_AND_DISK_2"),
        ],
    ),
];
