from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "GroupWindows")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoints")
pairs = ssc.queueStream([[("s1", 20.5), ("s2", 7)], [("s1", 21)], [("s3", 0), ("s1", 22)], [], [("s2", 8)]])
pairs.groupByKeyAndWindow(2, 1).mapValues(list).pprint()
pairs.groupByKeyAndWindow(5, 1).mapValues(list).pprint()
pairs.groupByKeyAndWindow(6, 3, 1).mapValues(lambda vs: (len(vs), sorted(vs))).pprint()
pairs.groupByKeyAndWindow(3, 1).mapValues(lambda vs: sum(vs) / len(vs)).pprint()

ssc.start()
sleep(11)
ssc.stop()
