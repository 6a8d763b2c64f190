//! `pyspark.streaming.kafka`, as PySpark 2.4 had it.

use crate::method::{class_method, constructor, property};
use crate::{Class, Group};

const MODULE: &str = "pyspark.streaming.kafka";

/// Makes streams and RDDs of the records of topics.
pub const KAFKA_UTILS: Class = Class {
    name: "KafkaUtils",
    module: MODULE,
    base: None,
    sentence: "Makes streams and RDDs of the records of Kafka topics, as Spark 2.4 did.",
    groups: &[Group {
        title: "Topics",
        rule: "org.apache.spark.streaming.kafka.KafkaUtils",
        methods: &[
            class_method("createDirectStream(ssc, topics, kafkaParams, fromOffsets=None, keyDecoder=utf8_decoder, valueDecoder=utf8_decoder, messageHandler=None) -> DStream")
                .says("Reads topics a batch at a time, a partition each partition of a topic."),
            class_method("createStream(ssc, zkQuorum, groupId, topics, kafkaParams=None, storageLevel=StorageLevel.MEMORY_AND_DISK_2, keyDecoder=utf8_decoder, valueDecoder=utf8_decoder) -> DStream")
                .says("Reads topics through a receiver, which holds a core."),
            class_method("createRDD(sc, kafkaParams, offsetRanges, leaders=None, keyDecoder=utf8_decoder, valueDecoder=utf8_decoder, messageHandler=None) -> RDD")
                .says("Reads ranges of offsets, a partition each."),
        ],
    }],
};

/// Records of a partition of a topic, from one offset to another.
pub const OFFSET_RANGE: Class = Class {
    name: "OffsetRange",
    module: MODULE,
    base: None,
    sentence: "The records of a partition of a topic, from one offset up to another.",
    groups: &[Group {
        title: "Ranges of offsets",
        rule: "org.apache.spark.streaming.kafka.OffsetRange",
        methods: &[
            constructor("__init__(topic, partition, fromOffset, untilOffset)")
                .says("Makes a range of offsets."),
        ],
    }],
};

/// A partition of a topic.
pub const TOPIC_AND_PARTITION: Class = Class {
    name: "TopicAndPartition",
    module: MODULE,
    base: None,
    sentence: "A partition of a topic: the key of fromOffsets.",
    groups: &[Group {
        title: "Partitions of topics",
        rule: "kafka.common.TopicAndPartition",
        methods: &[constructor("__init__(topic, partition)").says("Names a partition of a topic.")],
    }],
};

/// A broker.
pub const BROKER: Class = Class {
    name: "Broker",
    module: MODULE,
    base: None,
    sentence: "A broker that leads a partition.",
    groups: &[Group {
        title: "Brokers",
        rule: "org.apache.spark.streaming.kafka.Broker",
        methods: &[constructor("__init__(host, port)").says("Names a broker.")],
    }],
};

/// All that is known of a record.
pub const KAFKA_MESSAGE: Class = Class {
    name: "KafkaMessageAndMetadata",
    module: MODULE,
    base: None,
    sentence: "A record of a topic with its topic, partition and offset, for a messageHandler.",
    groups: &[Group {
        title: "Records of topics",
        rule: "kafka.message.MessageAndMetadata",
        methods: &[
            constructor("__init__(topic, partition, offset, key, message)")
                .says("Makes a record of its parts."),
            property("key").says("The key, decoded."),
            property("message").says("The value, decoded."),
        ],
    }],
};
