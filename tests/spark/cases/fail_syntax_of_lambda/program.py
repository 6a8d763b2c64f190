from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[1]", "Arity")
ssc = StreamingContext(sc, 1)
pairs = ssc.queueStream([[("a", 1), ("a", 2)]])
pairs.map(lambda k, v: v).pprint()
pairs.filter(lambda: True).pprint()
pairs.mapPartitions(lambda a, b: a).pprint()
pairs.mapPartitionsWithIndex(lambda it: it).pprint()
pairs.reduceByKey(lambda a, b, c: a).pprint()
pairs.mapValues(lambda: 1).pprint()
pairs.flatMap(lambda kv: kv[1]).pprint()
pairs.mapPartitions(lambda it: 5).pprint()
pairs.map("text").pprint()
pairs.map(len).pprint()
pairs.combineByKey(list, lambda a, v: a, lambda a, b: a).pprint()
pairs.foreachRDD(lambda: None)
pairs.foreachRDD(lambda a, b, c: None)
pairs.foreachRDD(lambda rdd: rdd.nothing())
ssc.start()
sleep(1)
ssc.stop()
