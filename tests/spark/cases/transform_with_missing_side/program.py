from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Missing")
ssc = StreamingContext(sc, 1)
each = ssc.queueStream([[n, n * 10] for n in range(1, 6)])
rare = each.window(3, 3)
odd_only = each.transform(lambda time, rdd: rdd if time.second % 2 else None)


def sizes(time, left, right):
    print(time.second, left.getNumPartitions(), right.getNumPartitions())
    return left.map(lambda x: ("left", x)).union(right.map(lambda x: ("right", x)))


each.transformWith(sizes, rare).pprint(4)
each.transformWith(lambda a, b: b, odd_only).pprint()
odd_only.pprint()
odd_only.count().pprint()
odd_only.window(2).pprint()

ssc.start()
sleep(5)
ssc.stop()
