from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "CacheFork")
ssc = StreamingContext(sc, 1)
counters = {name: sc.accumulator(0) for name in ("plain", "cached", "persisted", "windowed")}


def counting(name):
    counter = counters[name]

    def count(x):
        counter.add(1)
        return x
    return count


numbers = ssc.queueStream([[1, 2, 3, 4], [5], []])
for name, stream in (
    ("plain", numbers.map(counting("plain"))),
    ("cached", numbers.map(counting("cached")).cache()),
    ("persisted", numbers.map(counting("persisted")).persist(StorageLevel.DISK_ONLY)),
):
    stream.reduce(lambda a, b: a + b).pprint()
    stream.map(lambda x: x * x).reduce(max).pprint()
    stream.filter(lambda x: x % 2).count().pprint()
numbers.map(counting("windowed")).window(3).count().pprint()
ssc.start()
for _ in range(3):
    sleep(1)
    print({name: counter.value for name, counter in counters.items()})
ssc.stop()
