from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext


class BadRecordError(Exception):
    pass


class RejectedError(ValueError):
    def __init__(self, record, reason):
        super().__init__("%r rejected: %s" % (record, reason))


def check(record):
    if record == "":
        raise BadRecordError
    if record == "?":
        raise BadRecordError("unknown", record)
    if record.isdigit():
        raise RejectedError(record, "digits")
    if record == "assert":
        assert len(record) == 0, "not empty: " + record
    if record == "key":
        return {}[("a", 1)]
    return record.upper()


sc = SparkContext(appName="Custom")
ssc = StreamingContext(sc, 1)
records = ssc.queueStream([["ok"], [""], ["?"], ["12"], ["assert"], ["key"], [None], ["fine", "2"]])
records.map(check).pprint()

ssc.start()
sleep(8)
ssc.stop()
