from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Slow")
ssc = StreamingContext(sc, 1)
a = ssc.queueStream([["a%d" % n] for n in range(1, 7)])
b = ssc.queueStream([["b%d" % n] for n in range(1, 4)])
a.window(2, 2).union(b.window(4, 2)).pprint()
a.window(2, 2).transformWith(lambda x, y: x.zipWithIndex().union(y.zipWithIndex()), b.window(2, 2)).pprint()
ssc.union(a.window(3, 3), b.window(3, 3), a.window(6, 3)).count().pprint()
ssc.transform([a.window(3, 3), b.window(1, 3)], lambda rdds: rdds[0].union(rdds[1])).glom().pprint()
a.window(2, 2).join(b.window(2, 2)).count().pprint()
ssc.start()
sleep(6)
ssc.stop()
