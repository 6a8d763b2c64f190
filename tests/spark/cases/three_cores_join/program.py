from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "ThreeCores")
ssc = StreamingContext(sc, 1)
left = ssc.queueStream([[(k % 4, "L%d" % k) for k in range(7)], [(0, "x")], []])
right = ssc.queueStream([[(k % 3, "R%d" % k) for k in range(5)], [(1, "y")], [(2, "z")]])
left.join(right).glom().pprint()
left.leftOuterJoin(right).pprint(20)
left.rightOuterJoin(right, 2).glom().pprint()
left.fullOuterJoin(right, 5).glom().pprint()
left.cogroup(right).mapValues(lambda pair: tuple(map(list, pair))).pprint()

ssc.start()
sleep(4)
ssc.stop()
