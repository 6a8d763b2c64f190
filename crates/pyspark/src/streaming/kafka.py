"""`pyspark.streaming.kafka` as PySpark 2.4 had it: streams and RDDs of the records of topics."""

import warnings

from pyspark.storagelevel import StorageLevel

__all__ = ["Broker", "KafkaMessageAndMetadata", "KafkaUtils", "OffsetRange", "TopicAndPartition", "utf8_decoder"]


def _deprecated():
    warnings._warn_in_library(
        "Deprecated in 2.3.0. Kafka 0.8 support is deprecated as of Spark 2.3.0. See SPARK-21893.",
        DeprecationWarning,
    )


def utf8_decoder(s):
    if s is None:
        return None
    return s.decode("utf-8")


def _pair_decoder(keyDecoder, valueDecoder):
    return lambda k_v: (keyDecoder(k_v[0]), valueDecoder(k_v[1]))


def _message_decoder(keyDecoder, valueDecoder, messageHandler):
    def decode(m):
        message = KafkaMessageAndMetadata(*m)
        message._set_key_decoder(keyDecoder)
        message._set_value_decoder(valueDecoder)
        return messageHandler(message)

    return decode


def _decoder(keyDecoder, valueDecoder, messageHandler):
    if messageHandler is None:
        return _pair_decoder(keyDecoder, valueDecoder)
    return _message_decoder(keyDecoder, valueDecoder, messageHandler)


class KafkaUtils(object):
    @staticmethod
    def createStream(
        ssc,
        zkQuorum,
        groupId,
        topics,
        kafkaParams=None,
        storageLevel=StorageLevel.MEMORY_AND_DISK_2,
        keyDecoder=utf8_decoder,
        valueDecoder=utf8_decoder,
    ):
        _deprecated()
        if kafkaParams is None:
            kafkaParams = dict()
        kafkaParams.update(
            {
                "zookeeper.connect": zkQuorum,
                "group.id": groupId,
                "zookeeper.connection.timeout.ms": "10000",
            }
        )
        if not isinstance(topics, dict):
            raise TypeError("topics should be dict")
        return _receiver_stream(ssc, list(topics), kafkaParams, _pair_decoder(keyDecoder, valueDecoder))

    @staticmethod
    def createDirectStream(
        ssc,
        topics,
        kafkaParams,
        fromOffsets=None,
        keyDecoder=utf8_decoder,
        valueDecoder=utf8_decoder,
        messageHandler=None,
    ):
        _deprecated()
        if fromOffsets is None:
            fromOffsets = dict()
        if not isinstance(topics, list):
            raise TypeError("topics should be list")
        if not isinstance(kafkaParams, dict):
            raise TypeError("kafkaParams should be dict")
        offsets = [(k._topic, k._partition, v) for k, v in fromOffsets.items()]
        decode = _decoder(keyDecoder, valueDecoder, messageHandler)
        names = list(dict.fromkeys(topics))
        return _direct_stream(ssc, names, kafkaParams, offsets, decode, messageHandler is not None)

    @staticmethod
    def createRDD(
        sc,
        kafkaParams,
        offsetRanges,
        leaders=None,
        keyDecoder=utf8_decoder,
        valueDecoder=utf8_decoder,
        messageHandler=None,
    ):
        _deprecated()
        if leaders is None:
            leaders = dict()
        if not isinstance(kafkaParams, dict):
            raise TypeError("kafkaParams should be dict")
        if not isinstance(offsetRanges, list):
            raise TypeError("offsetRanges should be list")
        ranges = [(r.topic, r.partition, r.fromOffset, r.untilOffset) for r in offsetRanges]
        decode = _decoder(keyDecoder, valueDecoder, messageHandler)
        return _of_topics(_records(sc, kafkaParams, ranges, messageHandler is not None).map(decode))


class OffsetRange(object):
    def __init__(self, topic, partition, fromOffset, untilOffset):
        _deprecated()
        self.topic = topic
        self.partition = partition
        self.fromOffset = fromOffset
        self.untilOffset = untilOffset

    def __eq__(self, other):
        if isinstance(other, self.__class__):
            return (
                self.topic == other.topic
                and self.partition == other.partition
                and self.fromOffset == other.fromOffset
                and self.untilOffset == other.untilOffset
            )
        return False

    def __ne__(self, other):
        return not self.__eq__(other)

    def __str__(self):
        return "OffsetRange(topic: %s, partition: %d, range: [%d -> %d]" % (
            self.topic,
            self.partition,
            self.fromOffset,
            self.untilOffset,
        )


class TopicAndPartition(object):
    def __init__(self, topic, partition):
        _deprecated()
        self._topic = topic
        self._partition = partition

    def __eq__(self, other):
        if isinstance(other, self.__class__):
            return self._topic == other._topic and self._partition == other._partition
        return False

    def __ne__(self, other):
        return not self.__eq__(other)

    def __hash__(self):
        return (self._topic, self._partition).__hash__()


class Broker(object):
    def __init__(self, host, port):
        _deprecated()
        self._host = host
        self._port = port


class KafkaMessageAndMetadata(object):
    def __init__(self, topic, partition, offset, key, message):
        _deprecated()
        self.topic = topic
        self.partition = partition
        self.offset = offset
        self._rawKey = key
        self._rawMessage = message
        self._keyDecoder = utf8_decoder
        self._valueDecoder = utf8_decoder

    def __str__(self):
        return "KafkaMessageAndMetadata(topic: %s, partition: %d, offset: %d, key and message...)" % (
            self.topic,
            self.partition,
            self.offset,
        )

    def __repr__(self):
        return self.__str__()

    def __reduce__(self):
        return (
            KafkaMessageAndMetadata,
            (self.topic, self.partition, self.offset, self._rawKey, self._rawMessage),
        )

    def _set_key_decoder(self, decoder):
        self._keyDecoder = decoder

    def _set_value_decoder(self, decoder):
        self._valueDecoder = decoder

    @property
    def key(self):
        return self._keyDecoder(self._rawKey)

    @property
    def message(self):
        return self._valueDecoder(self._rawMessage)
