from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="WindowFails")
ssc = StreamingContext(sc, 1)
pairs = ssc.queueStream([[("a", 1)], [("a", "x")], [("b", 2)], [("b", 3)], []])
pairs.reduceByKeyAndWindow(lambda a, b: a + b, None, 2, 1).pprint()
pairs.window(3, 3).mapValues(lambda v: v + 1).pprint()
pairs.pprint()

ssc.start()
sleep(6)
ssc.stop()
