from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Folding")
ssc = StreamingContext(sc, 1)
calls = []


def noting(name):
    def run(time, rdd):
        calls.append("%s%d" % (name, time.second))
        return rdd
    return run


source = ssc.queueStream([[1, 2], [3]])
first = source.transform(noting("a"))
second = first.transform(noting("b"))
second.pprint()
second.count().pprint()
first.map(lambda x: x + 1).pprint()
cached = source.transform(noting("c")).cache()
cached.pprint()
cached.transform(noting("d")).count().pprint()
windowed = source.transform(noting("w"))
windowed.window(2).count().pprint()

ssc.start()
for _ in range(3):
    sleep(1)
    print(calls)
    calls.clear()
ssc.stop()
