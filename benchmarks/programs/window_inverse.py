# records: 600000
from operator import add, sub
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="WindowInverse")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoint")
events = ssc.queueStream([[(i % 1000, i) for i in range(20000)] for _ in range(30)])
events.reduceByKeyAndWindow(add, sub, 10, 1).pprint(3)
ssc.start()
sleep(30)
ssc.stop()
