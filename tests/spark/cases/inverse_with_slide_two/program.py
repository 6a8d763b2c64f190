from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "InverseSlide")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoints")
visits = ssc.queueStream([["x", "y"], ["x"], ["z", "z"], ["y"], ["x", "w"], ["v"]])
pairs = visits.map(lambda page: (page, 1))
pairs.reduceByKeyAndWindow(lambda a, b: a + b, lambda a, b: a - b, 10, 2).pprint()
pairs.reduceByKeyAndWindow(lambda a, b: a + b, lambda a, b: a - b, 10, 2, 3, lambda kv: kv[1] > 0).glom().pprint()
visits.countByWindow(6, 2).pprint()

ssc.start()
sleep(16)
ssc.stop()
