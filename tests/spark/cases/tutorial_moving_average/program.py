from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "MovingAverage")
ssc = StreamingContext(sc, 1)
prices = ssc.queueStream([[("ACME", 10.0), ("INIT", 99.5)], [("ACME", 12.0)], [("ACME", 11.0), ("INIT", 98.0)], [], [("ACME", 20.0)]])
sums = prices.mapValues(lambda p: (p, 1)).reduceByKeyAndWindow(lambda a, b: (a[0] + b[0], a[1] + b[1]), None, 3, 1)
average = sums.mapValues(lambda s: round(s[0] / s[1], 4))
average.pprint()
prices.leftOuterJoin(average).filter(lambda kv: abs(kv[1][0] - kv[1][1]) > 2).map(lambda kv: "%s jumped to %.2f (average %.2f)" % (kv[0], *kv[1])).pprint()
prices.mapValues(lambda p: (p, p)).reduceByKeyAndWindow(lambda a, b: (min(a[0], b[0]), max(a[1], b[1])), None, 4, 2).pprint()
ssc.start()
sleep(6)
ssc.stop()
