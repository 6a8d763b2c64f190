from time import sleep
from pyspark import SparkContext
from pyspark.rdd import portable_hash
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Partitioners")
ssc = StreamingContext(sc, 1)
pairs = ssc.queueStream([[(n, chr(97 + n % 26)) for n in range(-6, 7)], [(1000, "z"), (-1000, "y")]])
pairs.partitionBy(3).glom().pprint()
pairs.partitionBy(4, lambda k: k // 5).glom().pprint()
pairs.partitionBy(2, lambda k: -k).glom().pprint()
pairs.partitionBy(5, portable_hash).mapValues(str.upper).glom().pprint()
pairs.partitionBy(3, lambda k: 0 if k < 0 else 1).mapPartitionsWithIndex(lambda i, it: [(i, sum(k for k, _ in it))]).pprint()
pairs.map(lambda kv: (str(kv[0]), kv[1])).partitionBy(3, len).glom().pprint()
pairs.partitionBy(1).count().pprint()

ssc.start()
sleep(3)
ssc.stop()
