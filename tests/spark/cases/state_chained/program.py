from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Chained")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoints")
pairs = ssc.queueStream([[("a", 1), ("b", 2)], [("a", 10)], [], [("c", 3)]])
totals = pairs.updateStateByKey(lambda new, old: (old or 0) + sum(new))
history = totals.updateStateByKey(lambda new, old: (old or ()) + tuple(new))
history.pprint()
peak = totals.updateStateByKey(lambda new, old: max(new + [old or 0]), 2)
peak.join(totals).pprint()
totals.reduceByKeyAndWindow(lambda a, b: a + b, None, 2, 1).pprint()

ssc.start()
sleep(5)
ssc.stop()
