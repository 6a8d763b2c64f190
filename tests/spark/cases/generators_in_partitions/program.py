from itertools import islice, groupby, chain
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "Generators")
ssc = StreamingContext(sc, 1)


def pairs(items):
    previous = None
    for item in items:
        if previous is not None:
            yield previous, item
        previous = item


def tagged(index, items):
    count = 0
    for count, item in enumerate(items, 1):
        yield "%d:%s" % (index, item)
    yield "partition %d had %d" % (index, count)


def runs(items):
    for key, group in groupby(items, key=lambda x: x % 2):
        yield key, list(group)


numbers = ssc.queueStream([[1, 3, 2, 4, 6, 5, 7], [2], []])
numbers.mapPartitions(pairs).pprint()
numbers.mapPartitionsWithIndex(tagged).pprint(20)
numbers.mapPartitions(runs).pprint()
numbers.mapPartitions(lambda it: islice(it, 1)).pprint()
numbers.mapPartitions(lambda it: [sum(it)]).pprint()
numbers.mapPartitions(sorted).pprint()
numbers.mapPartitions(lambda it: chain(it, ["end"])).pprint(20)
numbers.mapPartitions(lambda it: "ab").pprint()
numbers.mapPartitions(lambda it: {"k": len(list(it))}).pprint()
numbers.flatMap(lambda n: (n for _ in range(n % 3))).pprint()

ssc.start()
sleep(4)
ssc.stop()
