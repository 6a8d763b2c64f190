from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "GracefulState")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoints")
events = ssc.queueStream([[("u1", 1)], [("u2", 5), ("u1", 1)], [("u3", 2)], [("late", 9)]])
events.updateStateByKey(lambda new, old: (old or 0) + sum(new)).pprint()
events.window(2, 2).count().pprint()
ssc.start()
sleep(3)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
print("done")
