from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext


class BadRecord(Exception):
    pass


class Rejected(ValueError):
    def __init__(self, record, reason):
        super().__init__("%r rejected: %s" % (record, reason))


def check(record):
    if record == "":
        raise BadRecord
    if record == "?":
        raise BadRecord("unknown", record)
    if record.isdigit():
        raise Rejected(record, "digits")
    if record == "assert":
        assert len(record) == 0, "not empty: " + record
    if record == "key":
        return {}[("a", 1)]
    if record == "chain":
        try:
            int(record)
        except ValueError as error:
            raise TypeError("wrapped") from error
    return record.upper()


sc = SparkContext(appName="Custom")
ssc = StreamingContext(sc, 1)
records = ssc.queueStream([["ok"], [""], ["?"], ["12"], ["assert"], ["key"], ["chain"], [None], ["fine", "2"]])
records.map(check).pprint()

ssc.start()
sleep(9)
ssc.stop()
