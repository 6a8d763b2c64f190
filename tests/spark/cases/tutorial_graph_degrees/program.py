from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[4]", "Degrees")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("graph")
edges = ssc.queueStream([[("a", "b"), ("b", "c")], [("c", "a"), ("a", "d")], [("d", "d")], []])
out_degree = edges.map(lambda e: (e[0], 1)).reduceByKey(lambda x, y: x + y)
in_degree = edges.map(lambda e: (e[1], 1)).reduceByKey(lambda x, y: x + y)
out_degree.fullOuterJoin(in_degree).mapValues(lambda d: (d[0] or 0, d[1] or 0)).pprint()
neighbours = edges.flatMap(lambda e: [e, e[::-1]]).updateStateByKey(lambda new, old: sorted(set(new) | set(old or ())))
neighbours.pprint()
triangles = neighbours.flatMap(lambda kv: [((a, b), kv[0]) for a in kv[1] for b in kv[1] if a < b])
triangles.join(neighbours.flatMap(lambda kv: [((kv[0], n), 1) for n in kv[1]])).map(lambda t: "".join(sorted(t[0] + (t[1][0],)))).transform(lambda rdd: rdd.distinct().sortBy(str)).pprint()
ssc.start()
sleep(4)
ssc.stop()
