from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Removal")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoints")


def update(new, old):
    if "drop" in new:
        return None
    if not new and old in (0, "", [], False):
        return None if old == [] else old
    return new[-1] if new else old


def countdown(new, left):
    left = 3 if new else left - 1
    return left or None


stream = ssc.queueStream([
    [("zero", 0), ("empty", ""), ("list", []), ("false", False), ("one", 1)],
    [("one", "drop"), ("two", 2)],
    [("one", 11)],
    [("zero", "drop"), ("none", None)],
    [],
])
stream.updateStateByKey(update).pprint()
stream.updateStateByKey(countdown).pprint()

ssc.start()
sleep(7)
ssc.stop()
