from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "CombineOrder")
ssc = StreamingContext(sc, 1)
pairs = ssc.queueStream([[("k%d" % (i % 3), i) for i in range(11)], [("k0", 1), ("k9", 2)], []])
pairs.mapValues(lambda v: "%d" % v).reduceByKey(lambda a, b: "(%s+%s)" % (a, b)).pprint()
pairs.combineByKey(lambda v: [v], lambda acc, v: acc + [v], lambda a, b: ["merge"] + a + b).pprint()
pairs.combineByKey(lambda v: (v, 1), lambda a, v: (a[0] + v, a[1] + 1), lambda a, b: (a[0] + b[0], a[1] + b[1]), 1).pprint()
pairs.reduceByKey(lambda a, b: a - b).pprint()
pairs.map(lambda kv: kv[1]).reduce(lambda a, b: a - b).pprint()
pairs.map(lambda kv: [kv[1]]).reduce(lambda a, b: b + a).pprint()
pairs.groupByKey(1).mapValues(list).pprint()
pairs.groupByKey().mapValues(lambda vs: (len(vs), sum(vs), vs.data)).pprint()

ssc.start()
sleep(4)
ssc.stop()
