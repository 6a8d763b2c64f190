from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Drift")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoints")
values = ssc.queueStream([[0.1, 0.2], [1e16], [0.3], [], [0.7]])
values.reduceByWindow(lambda a, b: a + b, lambda a, b: a - b, 5, 1).pprint()
values.reduceByWindow(lambda a, b: a + b, None, 5, 1).pprint()
values.map(lambda v: ("k", v)).reduceByKeyAndWindow(lambda a, b: a + b, lambda a, b: a - b, 5, 1).pprint()

ssc.start()
sleep(11)
ssc.stop()
