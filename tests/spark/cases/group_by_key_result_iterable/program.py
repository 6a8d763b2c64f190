from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "ResultIterable")
ssc = StreamingContext(sc, 1)
pairs = ssc.queueStream([[("a", 3), ("b", 1), ("a", 1), ("a", 2)], [("c", None)], []])
groups = pairs.groupByKey()
groups.mapValues(lambda vs: (len(vs), max(vs, key=str), list(vs), sorted(vs, key=str), tuple(vs), [*vs])).pprint()
groups.mapValues(lambda vs: next(iter(vs))).pprint()
groups.map(lambda kv: (type(kv[1]).__name__, len(kv[1].data))).pprint()
groups.flatMap(lambda kv: [(kv[0], v) for v in kv[1]]).pprint()
groups.mapValues(lambda vs: vs[0]).pprint()
groups.filter(lambda kv: 1 in kv[1]).map(lambda kv: kv[0]).pprint()
pairs.cogroup(pairs.mapValues(str)).mapValues(lambda g: (len(g), len(g[0]), list(g[1]))).pprint()
ssc.start()
sleep(3)
ssc.stop()
