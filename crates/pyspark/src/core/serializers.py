"""Serializers by their names. Which one a context is given makes no difference to what a program prints."""


class Serializer:
    def __repr__(self):
        return "%s()" % type(self).__name__

    def __eq__(self, other):
        return isinstance(other, type(self)) and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(str(self))


class PickleSerializer(Serializer):
    pass


class CPickleSerializer(PickleSerializer):
    pass


class CloudPickleSerializer(PickleSerializer):
    pass


class MarshalSerializer(Serializer):
    pass


class NoOpSerializer(Serializer):
    pass


class UTF8Deserializer(Serializer):
    def __init__(self, use_unicode=True):
        self.use_unicode = use_unicode


class BatchedSerializer(Serializer):
    def __init__(self, serializer, batchSize=0):
        self.serializer = serializer
        self.batchSize = batchSize


class AutoBatchedSerializer(BatchedSerializer):
    pass


class CompressedSerializer(Serializer):
    def __init__(self, serializer):
        self.serializer = serializer
