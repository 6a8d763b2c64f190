from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="JoinKinds")
ssc = StreamingContext(sc, 1)
left = ssc.queueStream([[(None, 1), (True, "t"), ((1, 2), [0]), (-1, {}), (2.0, "f"), ("é", None)], [("k", 1)] * 2, []])
right = ssc.queueStream([[(1, "one"), (None, "none"), ((1, 2), "pair"), (2, 2), ("é", "e"), (-2, "m")], [("k", 2)] * 3, [("k", 3)]])
left.join(right).pprint(20)
left.leftOuterJoin(right).map(lambda kv: kv[1][1]).pprint(20)
left.rightOuterJoin(right).filter(lambda kv: kv[1][0] is None).pprint(20)
left.fullOuterJoin(right, 1).pprint(20)
left.cogroup(right, 2).mapValues(lambda g: (list(g[0]), list(g[1]))).pprint(20)
left.join(right).join(right).pprint(20)

ssc.start()
sleep(4)
ssc.stop()
