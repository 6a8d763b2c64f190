from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="CountWindows")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoints")
events = ssc.queueStream([["in", "out"], ["in"], [], ["out", "out", "in"]])
events.countByWindow(2, 1).pprint()
events.countByWindow(5, 1).pprint()
events.countByWindow(1, 2).pprint()
events.countByValueAndWindow(2, 1).pprint()
events.countByValueAndWindow(5, 1, 1).pprint()

ssc.start()
sleep(10)
ssc.stop()
