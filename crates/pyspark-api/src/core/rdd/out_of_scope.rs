//! Methods that need Hadoop, a cluster, another process or DataFrames.

use crate::Group;
use crate::method::method;

pub(super) const OUT_OF_SCOPE: Group = Group {
    title: "Only on a cluster",
    rule: "org.apache.spark.rdd.RDD",
    methods: &[
        method("pipe(command, env=None, checkCode=False) -> RDD")
            .says("Sends the records through another program, on a cluster: a page cannot start one."),
        method("withResources(profile) -> RDD").says("Asks for certain machines, on a cluster: a page has none."),
        method("getResourceProfile()").says("Gives what withResources was told: always None."),
        method("saveAsHadoopDataset(conf, keyConverter=None, valueConverter=None)")
            .says("Writes through Hadoop, on a cluster: a page has none."),
        method("saveAsHadoopFile(path, outputFormatClass, keyClass=None, valueClass=None, keyConverter=None, valueConverter=None, conf=None, compressionCodecClass=None)")
            .says("Writes files through Hadoop, on a cluster: a page has none."),
        method("saveAsNewAPIHadoopDataset(conf, keyConverter=None, valueConverter=None)")
            .says("Writes through Hadoop's newer interface, on a cluster: a page has none."),
        method("saveAsNewAPIHadoopFile(path, outputFormatClass, keyClass=None, valueClass=None, keyConverter=None, valueConverter=None, conf=None)")
            .says("Writes files through Hadoop's newer interface, on a cluster: a page has none."),
        method("toDF(schema=None, sampleRatio=None)").says("Would make a DataFrame, which Brooklet does not have."),
    ],
};
