from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "Filters")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoints")
pairs = ssc.queueStream([[("a", 5), ("b", 1), ("c", -5)], [("a", -5)], [("b", 4), ("d", 1)]])
add, sub = lambda a, b: a + b, lambda a, b: a - b
keep = lambda kv: kv[1] != 0
pairs.reduceByKeyAndWindow(add, sub, 7, 1, filterFunc=keep).pprint()
pairs.reduceByKeyAndWindow(add, sub, 3, 1, filterFunc=keep).pprint()
pairs.reduceByKeyAndWindow(add, None, 3, 1, filterFunc=keep).pprint()
pairs.reduceByKeyAndWindow(add, sub, 7, 1, numPartitions=1, filterFunc=lambda kv: kv[0] in "ab").pprint()

ssc.start()
sleep(10)
ssc.stop()
