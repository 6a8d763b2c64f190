from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Identity")
ssc = StreamingContext(sc, 1)
mixed = ssc.queueStream([[1, 1.0, True, 2, 2.0], [True, 1, 1.0, 0, False, 0.0, -0.0], [1.0, 1], ["1", 1, b"1"]])
pairs = mixed.map(lambda k: (k, repr(k)))
pairs.reduceByKey(lambda a, b: a + " " + b).pprint()
mixed.countByValue().pprint()
pairs.groupByKey().mapValues(list).window(2).pprint()
pairs.join(pairs.mapValues(len)).count().pprint()

ssc.start()
sleep(5)
ssc.stop()
