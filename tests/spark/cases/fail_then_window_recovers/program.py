from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "FailWindow")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("state")
lines = ssc.queueStream([["1", "2"], ["x"], ["3"], ["4"], []])
numbers = lines.map(int)
numbers.window(2).reduce(lambda a, b: a + b).pprint()
numbers.count().pprint()
numbers.countByWindow(2, 1).pprint()
numbers.map(lambda n: ("k", n)).reduceByKeyAndWindow(lambda a, b: a + b, lambda a, b: a - b, 5, 1).pprint()
ssc.start()
sleep(6)
ssc.stop()
