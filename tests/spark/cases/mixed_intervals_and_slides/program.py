from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Mixed")
ssc = StreamingContext(sc, 0.5)
ssc.checkpoint("state")
ticks = ssc.queueStream([[n] for n in range(1, 9)])
ticks.window(1, 1).reduce(lambda a, b: a + b).map(lambda s: "second %d" % s).pprint()
ticks.window(2, 1.5).glom().count().pprint()
ticks.reduceByWindow(lambda a, b: a + b, lambda a, b: a - b, 2.5, 0.5).map(lambda s: "sum %d" % s).pprint()
ticks.map(lambda n: (n % 2, n)).updateStateByKey(lambda new, old: (old or []) + new).window(1, 1).pprint()
ssc.start()
sleep(3.2)
print("middle")
sleep(1.8)
ssc.stop()
