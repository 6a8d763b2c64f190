from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Aware")
ssc = StreamingContext(sc, 1)
add = lambda a, b: a + b
pairs = ssc.queueStream([[("a", 1), ("b", 2), ("c", 3), ("d", 4)], [("b", 5), ("e", 6)], []])
sums = pairs.reduceByKey(add)
sums.union(sums.mapValues(lambda v: -v)).glom().pprint()
sums.union(pairs).glom().pprint()
sums.union(sums.map(lambda kv: kv)).glom().pprint()
sums.union(pairs.reduceByKey(add, 3)).glom().pprint()
sums.window(3).glom().pprint()
sums.mapValues(lambda v: v * 10).window(2).glom().pprint()
sums.map(lambda kv: kv).window(2).glom().pprint()
sums.filter(lambda kv: kv[1] > 2).window(2).glom().pprint()
sums.transform(lambda rdd: rdd.map(lambda kv: kv, preservesPartitioning=True)).window(2).glom().pprint()

ssc.start()
sleep(4)
ssc.stop()
