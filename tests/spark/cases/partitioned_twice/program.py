from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Twice")
ssc = StreamingContext(sc, 1)
pairs = ssc.queueStream([[(n % 5, n) for n in range(12)], [(7, 7), (3, 3)]])
parted = pairs.partitionBy(3)
parted.reduceByKey(lambda a, b: a + b, 3).glom().pprint()
parted.groupByKey(3).mapValues(list).glom().pprint()
parted.mapValues(lambda v: v * 2).partitionBy(3).glom().pprint()
parted.partitionBy(2).glom().pprint()
parted.join(parted.mapValues(lambda v: -v), 3).count().pprint()
parted.transform(lambda rdd: sc.parallelize(rdd.lookup(2), 1)).pprint()
parted.transform(lambda rdd: rdd.sortByKey(ascending=False, numPartitions=2)).glom().pprint()

ssc.start()
sleep(2)
ssc.stop()
