//! Outputs: what a stream is for.

use brooklet_protocol::ArgumentKind::{Count, Function, Text};

use crate::Group;
use crate::form::{new, of};
use crate::method::method;

pub(super) const OUTPUTS: Group = Group {
    title: "Outputs",
    rule: "org.apache.spark.streaming.dstream.ForEachDStream",
    methods: &[
        method("pprint(num=10)")
            .says("Prints the first records of every batch.")
            .output(&[of(Count)]),
        method("foreachRDD(func)")
            .says("Calls a function with every batch as an RDD.")
            .output(&[new(Function, "lambda rdd: print(rdd.collect())")]),
        method("saveAsTextFiles(prefix, suffix=None)")
            .says("Writes every batch into a directory of text files.")
            .output(&[new(Text, "\"batches\""), of(Text)]),
    ],
};
