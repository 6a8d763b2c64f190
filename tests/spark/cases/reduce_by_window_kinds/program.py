from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="ReduceWindows")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoints")
numbers = ssc.queueStream([[5, 3], [9], [], [1, 2, 4], [7]])
numbers.reduceByWindow(max, None, 3, 1).pprint()
numbers.reduceByWindow(min, None, 2, 2).pprint()
numbers.map(str).reduceByWindow(lambda a, b: a + b, lambda a, b: a[len(b):], 5, 1).pprint()
numbers.map(lambda n: (n, 1)).reduceByWindow(lambda a, b: (a[0] + b[0], a[1] + b[1]), None, 4, 2).map(lambda t: t[0] / t[1]).pprint()

ssc.start()
sleep(8)
ssc.stop()
