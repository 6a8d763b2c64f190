from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

sc = SparkContext("local[2]", "b")
ssc = StreamingContext(sc, 1)
q = ssc.queueStream([[3, 1, 2], [5, 0], []])
def running(it):
    total = 0
    for x in it:
        total += x
        yield total
def pairs(i, it):
    prev = None
    for x in it:
        if prev is not None:
            yield (i, prev, x)
        prev = x
    yield (i, "end")
q.mapPartitions(running).pprint()
q.mapPartitionsWithIndex(pairs).pprint()
q.mapPartitions(sorted).glom().pprint()
q.mapPartitions(lambda it: [max(it, default=None)]).pprint()
q.mapPartitions(enumerate).pprint()
q.mapPartitions(lambda it: zip(it, it)).pprint()
q.flatMap(range).pprint()
q.flatMap(lambda x: "ab" * x).pprint()
q.flatMap(lambda x: {x: 1, "k": 2}).pprint()
q.flatMap(lambda x: (i for i in range(x) if i % 2)).pprint()
q.mapPartitions(lambda it: iter(lambda: next(it, -1), -1)).pprint()
q.mapPartitions(map.__call__ if False else reversed_list if False else (lambda it: list(it)[::-1])).glom().pprint()
q.map(lambda x: (x, [x, x + 1])).flatMapValues(lambda v: v).pprint()
q.map(lambda x: (x, "ab")).flatMapValues(list).mapValues(ord).pprint()
q.map(lambda x: [x, x, "extra"]).mapValues(str).pprint()
ssc.start()
sleep(3)
ssc.stop()
