from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="ReduceFails")
ssc = StreamingContext(sc, 1)
mixed = ssc.queueStream([[1, 2, 3], [1, "a"], ["x"], [None, None], []])
mixed.reduce(lambda a, b: a + b).pprint()
mixed.map(lambda v: ("k", v)).reduceByKey(lambda a, b: a + b).pprint()
mixed.map(lambda v: (v, v)).reduceByKey(lambda a: a).pprint()
mixed.reduce(max).pprint()
mixed.transform(lambda rdd: sc.parallelize([rdd.map(str).reduce(lambda a, b: a + b)])).pprint()

ssc.start()
sleep(5)
ssc.stop()
