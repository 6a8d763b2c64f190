from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="StateFails")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoints")
pairs = ssc.queueStream([[("a", 1)], [("a", 2), ("b", 0)], [("c", 5)], []])
pairs.updateStateByKey(lambda new, old: sum(10 // n for n in new) + (old or 0)).pprint()
pairs.updateStateByKey(lambda new, old: sum(new) + (old or 0)).pprint()
pairs.count().pprint()

ssc.start()
sleep(5)
ssc.stop()
