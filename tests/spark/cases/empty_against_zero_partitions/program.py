from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Empties")
ssc = StreamingContext(sc, 1)
stream = ssc.queueStream([sc.emptyRDD(), sc.parallelize([], 3), sc.parallelize([1], 2)])
stream.count().pprint()
stream.glom().pprint()
stream.mapPartitions(lambda it: [len(list(it))]).pprint()
stream.reduce(max).pprint()
stream.countByValue().glom().pprint()
stream.map(lambda x: (x, x)).groupByKey().mapValues(list).glom().pprint()
stream.repartition(2).glom().pprint()
stream.transform(lambda rdd: rdd.union(sc.parallelize(["u"], 1))).glom().pprint()
stream.foreachRDD(lambda rdd: print(rdd.getNumPartitions(), rdd.isEmpty(), rdd.count(), rdd.sum(), rdd.collect(), rdd.take(2)))

ssc.start()
sleep(4)
ssc.stop()
