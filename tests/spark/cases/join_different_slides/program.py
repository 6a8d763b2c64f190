from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Slides")
ssc = StreamingContext(sc, 1)
fast = ssc.queueStream([[("a", n), ("b", -n)] for n in range(1, 6)])
slow = fast.window(2, 2).mapValues(lambda v: v * 100)
fast.join(slow).pprint()
slow.join(fast).pprint()
fast.leftOuterJoin(slow).pprint()
slow.cogroup(fast).mapValues(lambda g: [list(v) for v in g]).pprint()
slow.transformWith(lambda a, b: a.union(b), fast).count().pprint()
fast.transformWith(lambda t, a, b: b.union(a), slow).count().pprint()

ssc.start()
sleep(6)
ssc.stop()
