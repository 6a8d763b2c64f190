from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Unhashable")
ssc = StreamingContext(sc, 1)
values = ssc.queueStream([[[1], [2], [1]], [{"a": 1}], [{1, 2}], [(1, [2])], [bytearray(b"x")], [1, 2, 1]])
values.countByValue().pprint()
values.map(lambda v: (v, 1)).groupByKey().mapValues(len).pprint()
values.map(lambda v: (str(v), 1)).reduceByKey(lambda a, b: a + b).pprint()
values.map(lambda v: (v, 1)).partitionBy(2).count().pprint()

ssc.start()
sleep(6)
ssc.stop()
