from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "Sort")
ssc = StreamingContext(sc, 1)
pairs = ssc.queueStream([[("b", 3), ("a", 3), ("c", 1), ("a", 1), ("b", 2), ("d", 0), ("c", 9)], [("z", 1)], []])
pairs.transform(lambda rdd: rdd.sortByKey()).glom().pprint()
pairs.transform(lambda rdd: rdd.sortByKey(False)).pprint()
pairs.transform(lambda rdd: rdd.sortByKey(True, 2)).glom().pprint()
pairs.transform(lambda rdd: rdd.sortByKey(keyfunc=lambda k: -ord(k))).pprint()
pairs.transform(lambda rdd: rdd.sortBy(lambda kv: kv[1])).glom().pprint()
pairs.transform(lambda rdd: rdd.sortBy(lambda kv: kv[1], ascending=False, numPartitions=1)).pprint()
pairs.transform(lambda rdd: rdd.sortBy(lambda kv: (kv[1] % 2, kv[0]))).pprint()
pairs.transform(lambda rdd: rdd.repartitionAndSortWithinPartitions(2)).glom().pprint()
pairs.transform(lambda rdd: rdd.repartitionAndSortWithinPartitions(2, lambda k: ord(k), False)).glom().pprint()

ssc.start()
sleep(3)
ssc.stop()
