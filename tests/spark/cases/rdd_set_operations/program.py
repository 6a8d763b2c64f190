from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="SetOps")
ssc = StreamingContext(sc, 1)
known = sc.parallelize([2, 4, 4, 6, -1, 100], 3)
stream = ssc.queueStream([[1, 2, 2, 3, 4, -1, -2, 6], [4, 4], []])
stream.transform(lambda rdd: rdd.intersection(known)).glom().pprint()
stream.transform(lambda rdd: rdd.subtract(known)).glom().pprint()
stream.transform(lambda rdd: rdd.subtract(known, 2)).glom().pprint()
stream.transform(lambda rdd: rdd.distinct(2)).glom().pprint()
stream.transform(lambda rdd: rdd.union(known).distinct()).glom().pprint()
stream.transform(lambda rdd: rdd + known).count().pprint()
stream.transform(lambda rdd: rdd.cartesian(rdd).filter(lambda p: p[0] < p[1])).pprint(5)
stream.transform(lambda rdd: rdd.groupBy(lambda x: x % 3).mapValues(sorted)).pprint()
stream.transform(lambda rdd: rdd.keyBy(lambda x: x > 2).subtractByKey(sc.parallelize([(True, 0)]))).pprint()

ssc.start()
sleep(3)
ssc.stop()
